"""Where the sources send a reader: to publishers and health bodies, and nowhere else."""

from collections import Counter
from urllib.parse import urlsplit

from painlink.model.entries import Source
from painlink.rules.of_evidence import gaps
from tests.conftest import KNOWLEDGE

# Read these lists whenever they grow: a host stands here only if it published the source,
# wrote it, or is a public archive of the literature. A copy is no address.
ARCHIVES = (
    "pmc.ncbi.nlm.nih.gov",
    "pubmed.ncbi.nlm.nih.gov",
    "www.ncbi.nlm.nih.gov",
)
PUBLISHERS = (
    "aafp.org",
    "acrabstracts.org",
    "ard.bmj.com",
    "assh.org",
    "canjurol.com",
    "diabetesonthenet.com",
    "ehealth.kcl.ac.uk",
    "emedicine.medscape.com",
    "emj.bmj.com",
    "gpnotebook.com",
    "grandjournalofurology.com",
    "ichd-3.org",
    "ijtmb.org",
    "journals.lww.com",
    "jrsr.sums.ac.ir",
    "merckmanuals.com",
    "patient.info",
    "pmj.bmj.com",
    "prism.ucalgary.ca",
    "rmdopen.bmj.com",
    "romanianjournalcardiology.ro",
    "v7.visualdx.com",
    "world.physio",
    "www.aafp.org",
    "www.cambridge.org",
    "www.cmaj.ca",
    "www.gastroenterologyandhepatology.net",
    "www.health.harvard.edu",
    "www.hkcfp.org.hk",
    "www.jpain.org",
    "www.jstage.jst.go.jp",
    "www.merckmanuals.com",
    "www.mims.com",
    "www.msdmanuals.com",
    "www.racgp.org.au",
    "www.rcemlearning.co.uk",
    "www.rcemlearning.org",
    "www.rheumatologynetwork.com",
    "www.taylorfrancis.com",
    "www.thespinejournalonline.com",
)
BODIES = (
    "111.wales.nhs.uk",
    "adrenalinsufficiency.org",
    "archive.uhb.nhs.uk",
    "blackcountry.icb.nhs.uk",
    "braintumourresearch.org",
    "breastcancernow.org",
    "chcpmsk.org.uk",
    "cuh.nhs.uk",
    "ebi.aomrc.org.uk",
    "ectopic.org.uk",
    "elht.nhs.uk",
    "em.umaryland.edu",
    "g-care.glos.nhs.uk",
    "girft-interactivepathways.org.uk",
    "healthify.nz",
    "hnyppr.org.uk",
    "info.health.nz",
    "kingstonhospital.nhs.uk",
    "leedscommunityhealthcare.nhs.uk",
    "melbournehandsurgery.com",
    "mpft.nhs.uk",
    "my.clevelandclinic.org",
    "myelopathy.org",
    "myhealth-devon.nhs.uk",
    "myhealth.alberta.ca",
    "myjointhealthhub.bnssg.nhs.uk",
    "nbt.nhs.uk",
    "newsnetwork.mayoclinic.org",
    "nhsaaa.net",
    "nice.org.uk",
    "nidirect.gov.uk",
    "norfolkandwaveneycommunityhealth.nhs.uk",
    "northerncarealliance.nhs.uk",
    "nth.nhs.uk",
    "optimalcarepathways.com.au",
    "painconcern.org.uk",
    "physio.hey.nhs.uk",
    "remedy.bnssg.icb.nhs.uk",
    "rightdecisions.scot.nhs.uk",
    "rkpg.health.wa.gov.au",
    "rms.kernowccg.nhs.uk",
    "scinfo.org",
    "sheffieldachesandpains.com",
    "sirona-cic.org.uk",
    "southtees.nhs.uk",
    "spinalcsfleak.org",
    "spinesurgeons.ac.uk",
    "sussexmskpartnershipeast.co.uk",
    "thinkaorta.us",
    "thrombosisuk.org",
    "tmj.org",
    "versusarthritis.org",
    "wchc.nhs.uk",
    "www.addisonsdisease.org.uk",
    "www.assh.org",
    "www.blackburnwithdarwenccg.nhs.uk",
    "www.bupa.co.uk",
    "www.canada.ca",
    "www.cancerreferral.scot.nhs.uk",
    "www.cancerresearchuk.org",
    "www.cdc.gov",
    "www.chcpmsk.org.uk",
    "www.christie.nhs.uk",
    "www.commonspirit.org",
    "www.csp.org.uk",
    "www.cuh.nhs.uk",
    "www.devonsexualhealth.nhs.uk",
    "www.dgft.nhs.uk",
    "www.diabetes.org.uk",
    "www.dynamichealth.nhs.uk",
    "www.enherts-tr.nhs.uk",
    "www.fda.gov",
    "www.gatesheadhealth.nhs.uk",
    "www.gloshospitals.nhs.uk",
    "www.gov.uk",
    "www.greenwichccg.nhs.uk",
    "www.guysandstthomas.nhs.uk",
    "www.health.govt.nz",
    "www.healthdirect.gov.au",
    "www.healthinfo.org.nz",
    "www.healthlinkbc.ca",
    "www.healthymale.org.au",
    "www.heart.org",
    "www.heartfoundation.org.nz",
    "www.hnyhealthiertogether.nhs.uk",
    "www.labourpains.org",
    "www.leedscommunityhealthcare.nhs.uk",
    "www.leedsth.nhs.uk",
    "www.leicspart.nhs.uk",
    "www.lincsphysio.nhs.uk",
    "www.macmillan.org.uk",
    "www.mayoclinic.org",
    "www.merseycare.nhs.uk",
    "www.migrainetrust.org",
    "www.nbt.nhs.uk",
    "www.ncic.nhs.uk",
    "www.nhs.uk",
    "www.nhsfife.org",
    "www.nhsinform.scot",
    "www.nice.org.uk",
    "www.nidirect.gov.uk",
    "www.nlm.nih.gov",
    "www.northdevonhealth.nhs.uk",
    "www.nottinghamcitycare.nhs.uk",
    "www.nth.nhs.uk",
    "www.nuffieldhealth.com",
    "www.nwbh.nhs.uk",
    "www.optometryscotland.org.uk",
    "www.panamclinic.org",
    "www.penington.org.au",
    "www.plymouthhospitals.nhs.uk",
    "www.rightdecisions.scot.nhs.uk",
    "www.rnoh.nhs.uk",
    "www.safetyandquality.gov.au",
    "www.stroke.org.uk",
    "www.stw-healthiertogether.nhs.uk",
    "www.sussexcommunity.nhs.uk",
    "www.tna.org.uk",
    "www.tommys.org",
    "www.uclahealth.org",
    "www.uclh.nhs.uk",
    "www.uhmb.nhs.uk",
    "www.uhsussex.nhs.uk",
    "www.versusarthritis.org",
    "www.winchesterhospital.org",
    "www2.hse.ie",
)
# Beside a DOI an address is worth its place only for open full text or one page of a large work.
BESIDE_A_DOI = ("ichd-3.org", "pmc.ncbi.nlm.nih.gov")
ADMITTED_UNSEEN = ("not seen", "not shown", "descriptive title", "from the address")


def test_every_address_is_of_a_publisher_or_a_health_body_or_an_archive() -> None:
    known = {*ARCHIVES, *PUBLISHERS, *BODIES}
    strangers = {source.id: host(source) for source in addressed() if host(source) not in known}
    assert not strangers


def test_no_host_stays_on_the_list_once_no_source_needs_it() -> None:
    used = {host(source) for source in addressed()}
    assert sorted({*ARCHIVES, *PUBLISHERS, *BODIES} - used) == []


def test_every_address_is_an_encrypted_one() -> None:
    open_ones = [source.id for source in addressed() if not (source.url or "").startswith("https:")]
    assert not open_ones


def test_a_doi_stands_alone_unless_the_address_adds_open_text() -> None:
    doubled = [
        source.id for source in addressed() if source.doi and host(source) not in BESIDE_A_DOI
    ]
    assert not doubled


def test_no_title_admits_that_it_was_never_read() -> None:
    unseen = [
        source.id
        for source in KNOWLEDGE.sources.values()
        if any(words in source.title.lower() for words in ADMITTED_UNSEEN)
    ]
    assert not unseen


def addressed() -> list[Source]:
    """Return every source that has an address."""
    return [source for source in KNOWLEDGE.sources.values() if source.url]


def host(source: Source) -> str:
    """Return the host of the address of *source*."""
    return urlsplit(source.url or "").netloc


def test_every_source_says_when_it_was_last_seen_and_none_was_withdrawn() -> None:
    assert [source.id for source in KNOWLEDGE.sources.values() if not source.seen] == []
    assert [source.id for source in KNOWLEDGE.sources.values() if source.retracted] == []


def test_no_page_and_no_paper_stands_twice() -> None:
    pages = Counter(source.url for source in KNOWLEDGE.sources.values() if source.url)
    papers = Counter(source.pmid for source in KNOWLEDGE.sources.values() if source.pmid)

    assert [url for url, times in pages.items() if times > 1] == []
    assert [pmid for pmid, times in papers.items() if times > 1] == []


def test_a_source_that_nobody_looked_at_for_years_or_that_was_withdrawn_is_told() -> None:
    source = next(iter(KNOWLEDGE.sources.values()))

    assert list(gaps(source)) == []
    assert [path for path, _ in gaps(source._replace(seen="2001-01"))] == [("seen",)]
    assert [path for path, _ in gaps(source._replace(retracted=True))] == [("retracted",)]
