"""English constructions without a clause of their own, and labels: the words said, the speaker's words, the rule."""

# one case a line

import pytest

from tests.kinds.quotation.reading import read

CASES = [
    ("The union condemned the closure of the mill.", ["the closure of the mill"], "The union", "act"),
    ("Mayor Lena Reed called for an end to the strike.", ["an end to the strike"], "Mayor Lena Reed", "act"),
    ("The mayor wants to close the quarry.", ["to close the quarry"], "The mayor", "will"),
    ("The clerk asked who would pay for the roof.", ["who would pay for the roof"], "The clerk", "indirect-question"),
    ("Reed called the ferry a disgrace.", ["the ferry a disgrace"], "Reed", "named-as"),
    ("Reed urged the crews not to sail.", ["the crews not to sail"], "Reed", "request"),
    ("The officers accused him of hiding the logbook.", ["him of hiding the logbook"], "The officers", "accusation"),
    ("The audit found no trace of the money.", ["no trace of the money"], "The audit", "finding"),
    (
        '"We have a debt when a neighbour helps us," Karl Wenz, head of the Coopers (GOC) said after the talks.',
        ["We have a debt when a neighbour helps us,"],
        "Karl Wenz",
        "subject-verb",
    ),
    (
        'The rule "drives the growth of weeds," including nettles and thistles, Prof Berz explained.',
        ['The rule "drives the growth of weeds," including nettles and thistles'],
        "Prof Berz",
        "subject-verb",
    ),
    (
        "Doubling wages could double the crowd, Moss told the Herald in an interview.",
        ["Doubling wages could double the crowd"],
        "Moss",
        "subject-verb",
    ),
    ('Protesters held signs reading "No mine here".', ["No mine here"], "signs", "inscription"),
    ('One sign read "Give the money back".', ["Give the money back"], "One sign", "inscription"),
    ('The notes "were never sent", the clerk said.', ['The notes "were never sent"'], "the clerk", "subject-verb"),
    ('The café owner was blunt: "They forgot us all."', ["They forgot us all."], "The café owner", "colon"),
    (
        "While the prefect insists the road is safe, three coaches skidded on Thursday.",
        ["the road is safe"],
        "the prefect",
        "bare-clause",
    ),
    ("The team hoped to win its match, but the visitors scored twice.", ["to win its match"], "The team", "infinitive"),
    ("Officials investigating the crash said the driver fled.", ["the driver fled"], "Officials", "bare-clause"),
    ("A woman holding a baby said the noise woke her.", ["the noise woke her"], "A woman", "bare-clause"),
    ("His bail was set at $900, the Gazette reports.", ["His bail was set at $900"], "the Gazette", "subject-verb"),
    (
        "Mr. Kelly said higher fees and tighter checks between the two towns and the port were key factors.",
        ["higher fees and tighter checks between the two towns and the port were key factors"],
        "Mr. Kelly",
        "bare-clause",
    ),
    (
        'A Labour member said the group as a whole was "not happy".',
        ['the group as a whole was "not happy"'],
        "A Labour member",
        "bare-clause",
    ),
    (
        "Tolan showed no remorse in the days and months following the raid, according to court documents.",
        ["Tolan showed no remorse in the days and months following the raid"],
        "court documents",
        "according",
    ),
    (
        "''The pier is closed until June,'' Lena Reed, the harbour master, said in opening the meeting.",
        ["The pier is closed until June,"],
        "Lena Reed",
        "subject-verb",
    ),
    (
        '"The pier is closed until June," Lena Reed (Lab.) said after the talks collapsed.',
        ["The pier is closed until June,"],
        "Lena Reed",
        "subject-verb",
    ),
    (
        "Though the pier is shut, Reed said the ferry would sail on Monday.",
        ["the ferry would sail on Monday"],
        "Reed",
        "bare-clause",
    ),
    ("He signed a permit that critics said was illegal.", ["was illegal"], "critics", "relative-clause"),
]


@pytest.mark.parametrize(("text", "contents", "speaker", "construction"), CASES)
def test_constructions(text, contents, speaker, construction):
    (found,) = read(text, "en")
    got = ([c["text"] for c in found.row["contents"]], found.row["speaker"]["text"], found.statement.body.construction)
    assert got == (contents, speaker, construction)


@pytest.mark.parametrize(
    "text",
    ["The firm declined to comment.", "Prices back then supported the mill.", "The tide raised the boats.",
     "He declined to comment, citing the inquiry.", "The delay questioned nobody.", "Ferry: Talks resume in June"],
)  # fmt: skip
def test_nobody_speaks(text):
    assert read(text, "en") == []


def test_a_title_is_labelled_with_a_speaker_who_speaks_below():
    text = 'Reed: Ferry must wait until June\n\nThe ferry is late. "It must wait," Lena Reed said on Monday.'
    first = read(text, "en")[0]
    assert (first.row["contents"][0]["text"], first.row["speaker"]["text"]) == ("Ferry must wait until June", "Reed")


def test_a_transcript_is_labelled_in_capitals():
    text = "LENA: When will it sail?\n\nOMAR: We sail in June. The crew is ready.\n\nLENA: Thank you very much."
    assert [q.row["speaker"]["text"] for q in read(text, "en")] == ["LENA", "OMAR", "LENA"]
    assert read(text, "en")[1].row["contents"][0]["text"] == "We sail in June. The crew is ready."


def test_a_line_that_ends_with_a_colon_announces_the_next_paragraph():
    text = 'Lena Reed went on:\n\n"We waited all night for the crew to come back."'
    (found,) = read(text, "en")
    assert (found.row["cue"]["text"], found.row["speaker"]["text"]) == ("went on", "Lena Reed")


@pytest.mark.parametrize(
    ("text", "content"),
    [("He said: ‘The crews’ union won’t move.’", "The crews’ union won’t move."),
     ("''It was 'Who is she?' all day,'' Reed said.", "It was 'Who is she?' all day,")],
)  # fmt: skip
def test_marks_inside_marks(text, content):
    assert read(text, "en")[0].row["contents"][0]["text"] == content
