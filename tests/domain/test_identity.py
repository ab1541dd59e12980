"""Ids that two machines make alike, and that differ wherever what they stand for differs."""

import json
from uuid import UUID

from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain import identity
from reviewer_app.domain.identity import content_hash, digest_of, hashed_id, judgement_id
from reviewer_app.domain.incoming import AttachedFile, Judgement
from reviewer_app.domain.vocabulary import OutputType, Verdict
from tests.factory import incoming

TEXTS = st.text(st.characters(exclude_categories=["Cs"]))


def hashed(**fields):
    record = incoming(**fields)
    return content_hash(record, record.workflow, record.step)


def test_an_id_is_a_uuid_of_version_8():
    found = hashed_id("feed", "out-1", "c")
    assert (found.version, found.variant) == (8, "specified in RFC 4122")


def test_an_id_is_the_same_on_every_machine_and_in_every_release():
    assert hashed_id("feed", "out-1", "c") == UUID("43a1e5b9-23d2-85c8-b620-c5b87d302581")


@given(st.lists(TEXTS, max_size=4), st.lists(TEXTS, max_size=4))
def test_different_parts_make_different_ids(one, other):
    assert (hashed_id(*one) == hashed_id(*other)) == (one == other)


@given(st.lists(TEXTS, max_size=4))
def test_hashing_in_pieces_is_hashing_the_canonical_json(texts):
    whole = json.dumps(texts, ensure_ascii=False, separators=(",", ":"))
    assert identity._digest_of_list(texts) == digest_of(whole)


def test_a_text_longer_than_a_piece_is_hashed_whole(monkeypatch):
    text = 'a"\\é😀\n' * 50
    whole = identity._digest_of_list([text, text])
    monkeypatch.setattr(identity, "PIECE", 7)
    assert identity._digest_of_list([text, text]) == whole


def test_metadata_confidence_and_provenance_make_no_new_content():
    same = hashed(confidence=0.1, meta='{"a": 1}', agent="x", model_version="y", trace="[]")
    assert same == hashed()


def test_all_that_a_person_judges_makes_new_content():
    file = AttachedFile("a.txt", "text/plain", b"1")
    variants = [
        hashed(),
        hashed(output="other"),
        hashed(input="other"),
        hashed(input=None),
        hashed(input=""),
        hashed(workflow="other"),
        hashed(step="other"),
        hashed(output_type=OutputType.MARKDOWN),
        hashed(attachments=(file,)),
        hashed(attachments=(AttachedFile("b.txt", "text/plain", b"1"),)),
        hashed(attachments=(AttachedFile("a.txt", "text/plain", b"2"),)),
    ]
    assert len(set(variants)) == len(variants)


def test_an_input_that_reads_like_an_attachment_is_not_mistaken_for_one():
    file = AttachedFile("1", "text/plain", b"")
    assert hashed(input=None, attachments=(file,)) != hashed(input=digest_of(""))


def test_a_judgement_is_the_same_one_whenever_it_is_read_again():
    item = UUID(int=7)
    one = Judgement("ann", Verdict.APPROVE, comment="fine")
    assert judgement_id(item, one) == judgement_id(
        item, Judgement("ann", Verdict.APPROVE, None, "fine")
    )
    assert judgement_id(item, one) != judgement_id(
        item, Judgement("bob", Verdict.APPROVE, None, "fine")
    )
    assert judgement_id(item, one) != judgement_id(
        item, Judgement("ann", Verdict.REJECT, None, "fine")
    )
    assert judgement_id(item, one) != judgement_id(UUID(int=8), one)


def test_annotators_of_two_sources_are_two_people():
    assert identity.annotator_id("a", "kim") != identity.annotator_id("b", "kim")
