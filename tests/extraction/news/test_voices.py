from __future__ import annotations

import pytest

from legation.model.claims import SENSITIVE_CLAIMS, Claim
from tests.extraction.news.test_claims import report_of


def chain(claim: Claim) -> list[str | None]:
    return [link.speaker for link in claim.attribution]


def only(text: str, type_: str) -> Claim:
    (claim,) = (claim for claim in report_of(text).claims if claim.type == type_)
    return claim


@pytest.mark.parametrize(
    ("text", "links"),
    [
        (
            "The Ledger reported that two officials said Inti Quispe-Roa was a spy.",
            ["The Ledger", "two officials"],
        ),
        (
            "According to the Ledger, two officials said that Latvian counterintelligence regards Inti Quispe-Roa"
            " as a spy.",
            ["the Ledger", "two officials", "Latvian counterintelligence"],
        ),
        (
            "Citing a former guard, Radio Lagoon said Inti Quispe-Roa had links to the secret service.",
            ["Radio Lagoon", "a former guard"],
        ),
        (
            "Inti Quispe-Roa serait un agent secret, selon deux responsables cités par Le Quai.",
            ["Le Quai", "deux responsables"],
        ),
        (
            "Инти Киспе-Роа якобы связан с военной разведкой, сообщила газета «Залив» со ссылкой на двух чиновников.",
            ["газета «Залив»", "двух чиновников"],
        ),
        (
            "Zwei Beamte bestätigten, dass die Spionageabwehr den Konsul Inti Quispe-Roa für einen Spion hält.",
            ["Zwei Beamte", "die Spionageabwehr"],
        ),
        ("Inti Quispe-Roa sería un agente de inteligencia, afirma el diario La Costa.", ["el diario La Costa"]),
        ("Dem Magazin zufolge ist Inti Quispe-Roa ein Spion.", ["Dem Magazin"]),
        ("Researchers identified Inti Quispe-Roa as a spy.", ["Researchers"]),
    ],
)
def test_a_chain_has_who_says_so_outermost_first(text: str, links: list[str]) -> None:
    claim = only(text, "affiliation")
    assert (claim.subject or "").endswith(("Quispe-Roa", "Киспе-Роа"))
    assert chain(claim) == links


@pytest.mark.parametrize(
    "text",
    [
        "Researchers found a list. For example, Inti Quispe-Roa studied at the naval academy.",
        "Researchers have identified nine undercover officers at the embassy. Among them is Inti Quispe-Roa, a"
        " secretary, who studied at the naval academy.",
        "Das sagten Ermittler dem Blatt. Inti Quispe-Roa habe die Marineakademie besucht.",
        "Selon les enquêteurs, tout est clair. Inti Quispe-Roa aurait étudié à l'académie navale.",
        "Según los investigadores, todo está claro. Inti Quispe-Roa habría estudiado en la academia naval.",
        "Об этом рассказали следователи. По их словам, Инти Киспе-Роа окончил военную академию.",
    ],
)
def test_a_speaker_goes_on_until_a_new_one(text: str) -> None:
    claim = only(text, "training")
    assert len(claim.attribution) == 1
    assert claim.attribution[0].speaker is not None


def test_a_new_paragraph_in_the_indicative_is_the_articles_own() -> None:
    claim = only("Researchers found a list.\n\nInti Quispe-Roa studied at the naval academy.", "training")
    assert (claim.attribution, claim.status) == ((), "alleged")


@pytest.mark.parametrize(
    "text",
    [
        "Inti Quispe-Roa is suspected of being a spy.",
        "Inti Quispe-Roa is accused of bribing a guard.",
        "Inti Quispe-Roa est accusé d'avoir payé un garde.",
        "Inti Quispe-Roa wird verdächtigt, ein Spion zu sein.",
        "Inti Quispe-Roa reportedly works for the secret service.",
        "По слухам, Инти Киспе-Роа работал на спецслужбы.",
    ],
)
def test_a_passive_without_an_agent_is_somebody_who_is_not_named(text: str) -> None:
    (claim,) = (claim for claim in report_of(text).claims if claim.type in ("affiliation", "attributed-act"))
    assert chain(claim) == [None]


@pytest.mark.parametrize(
    ("text", "teller"),
    [
        ("Diplomats in Riga repeat the rumor that Inti Quispe-Roa reports to the secret service.", "Diplomats in Riga"),
        ("Selon la rumeur, Inti Quispe-Roa travaillait pour les services secrets.", None),
        ("Es gibt das Gerücht, Inti Quispe-Roa arbeite für den Geheimdienst.", None),
        ("Circulan rumores de que Inti Quispe-Roa trabaja para los servicios secretos.", None),
        ("Ходят слухи, что Инти Киспе-Роа работает на спецслужбы.", None),
    ],
)
def test_a_rumor_stays_one(text: str, teller: str | None) -> None:
    claim = only(text, "affiliation")
    assert (claim.status, claim.strength, chain(claim)) == ("alleged", "rumored", [teller])


@pytest.mark.parametrize(
    "text",
    [
        "Asked whether Inti Quispe-Roa works for the secret service, the consul laughed.",
        "Es ist offen, ob Inti Quispe-Roa für den Geheimdienst arbeitet.",
        "Three posts at the embassy are known to be intelligence posts. Inti Quispe-Roa holds another one.",
    ],
)
def test_what_is_asked_or_said_of_posts_is_said_of_nobody(text: str) -> None:
    assert [c for c in report_of(text).claims if c.type == "affiliation" and c.subject == "Inti Quispe-Roa"] == []


@pytest.mark.parametrize(
    ("text", "outlet"),
    [
        ("The Ledger first reported the step.", "The Ledger"),
        ("Zuerst hatte der Sender Radio Havel darüber berichtet.", "Sender Radio Havel"),
        ("L'affaire, révélée lundi par la radio Ondes, embarrasse le ministère.", "la radio Ondes"),
        ("Первым об этом сообщил портал «Нерис».", "портал «Нерис»"),
    ],
)
def test_who_had_it_first_is_named(text: str, outlet: str) -> None:
    assert (only(text, "first-report").subject or "").startswith(outlet)


def test_a_first_secretary_reports_nothing_first() -> None:
    text = "Le premier ministre a annoncé une visite. Первый секретарь сообщил об этом."
    assert [c for c in report_of(text).claims if c.type == "first-report"] == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Inti Quispe-Roa is a consul. His uncle was defence minister until 2010.", "uncle"),
        ("Inti Quispe-Roa ist Konsul. Sein Onkel war bis 2010 Verteidigungsminister.", "Onkel"),
        ("Инти Киспе-Роа — внук бывшего министра обороны.", "внук"),
        ("Inti Quispe-Roa, a colonel and the nephew of a former president, lives in Riga.", "nephew"),
    ],
)
def test_a_relative_counts_with_a_public_office(text: str, value: str) -> None:
    claim = only(text, "family")
    assert (claim.subject or "", claim.value, claim.status) == (claim.subject, value, "alleged")


@pytest.mark.parametrize(
    "text",
    [
        "Inti Quispe-Roa is a consul. His wife is a minister.",
        "Inti Quispe-Roa is a consul. His daughter plays the violin.",
        "Inti Quispe-Roa is a consul. His uncle was a baker.",
        "Inti Quispe-Roa ist Konsul. Seine Frau leitet eine Galerie.",
    ],
)
def test_no_spouse_child_or_private_relative_comes_out(text: str) -> None:
    assert [c for c in report_of(text).claims if c.type == "family"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Inti Quispe-Roa studied at the naval academy and works for the secret service.",
        "Inti Quispe-Roa, a spy, is the grandson of a former minister.",
        "Der Konsul Inti Quispe-Roa ist ein Spion und besuchte die Marineakademie.",
        "Inti Quispe-Roa es un espía. Estudió en la academia naval.",
    ],
)
def test_what_can_harm_is_never_asserted_in_nobodys_name(text: str) -> None:
    found = [claim for claim in report_of(text).claims if claim.type in SENSITIVE_CLAIMS]
    assert found
    assert all(claim.status != "asserted" or any(link.speaker for link in claim.attribution) for claim in found)


@pytest.mark.parametrize(
    "text",
    [
        "The minister denied that Inti Quispe-Roa belonged to the secret service.",
        "Inti Quispe-Roa desmiente haber trabajado para los servicios secretos.",
        "Der Minister bestritt, dass Inti Quispe-Roa für den Geheimdienst arbeitet.",
        "Le ministre dément que Inti Quispe-Roa travaille pour les services secrets.",
    ],
)
def test_what_is_denied_is_no_tie_of_the_denier_s_making(text: str) -> None:
    assert [claim.type for claim in report_of(text).claims if claim.type in ("affiliation", "denial")] == ["denial"]


def test_a_quotation_goes_on_over_paragraphs_with_its_speaker() -> None:
    text = (
        "Consul Inti Quispe-Roa said: “We were told nothing at all by anybody here.\n\n"
        "“Nobody called us and nobody wrote to us,” and that was all.\n\n“The rest is for others to tell,” it says."
    )
    said = [(c.subject, c.object) for c in report_of(text).claims if c.type == "statement"]
    assert [subject for subject, _ in said[:2]] == ["Consul Inti Quispe-Roa"] * 2
    assert (said[1][1] or "").startswith("Nobody called us")


def test_a_quotation_inside_a_quotation_is_part_of_it() -> None:
    text = "“He told me: ‘Leave this town at once’, and I left,” said consul Inti Quispe-Roa."
    (claim,) = (c for c in report_of(text).claims if c.type == "statement")
    assert (claim.object or "").startswith("He told me: ‘Leave this town at once’")


def test_a_confirmation_of_what_was_said_before_is_about_it() -> None:
    report = report_of(
        "Latvian counterintelligence regards Inti Quispe-Roa as a spy. Two people independently confirmed that view."
    )
    tie, confirmation = report.claims
    assert (confirmation.type, confirmation.about) == ("confirmation", tie.id)


def test_who_says_something_and_denies_in_the_same_breath_is_who_denies() -> None:
    text = "“Mr Quispe-Roa has never been anything else,” a spokesman for the mission said, denying the allegation."
    assert chain(only(text, "denial")) == ["a spokesman for the mission"]


def test_a_cause_denied_inside_of_a_quotation_is_denied_by_who_is_quoted() -> None:
    text = (
        "Latvia expelled two Peruvian diplomats. “The decision is not linked to any single case,”"
        " Deputy Minister Ilze Kalniete told reporters."
    )
    denial = only(text, "denial")
    assert (chain(denial), denial.object) == (["Deputy Minister Ilze Kalniete"], "any single case,")
