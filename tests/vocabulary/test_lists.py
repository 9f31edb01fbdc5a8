from legation.vocabulary.lists import public_lists


def test_every_list_says_where_it_is_known_from() -> None:
    assert {row.known_from for row in public_lists()} <= {"seen", "code", "described", "unverified"}
    assert {row.coverage for row in public_lists()} <= {
        "heads-only",
        "diplomatic",
        "diplomatic+administrative",
        "unknown",
    }


def test_a_host_gets_its_own_lists_only() -> None:
    assert {row.host for row in public_lists("UN")} == {"UN"}
    assert public_lists("QZ") == ()


def test_what_is_not_known_is_none_and_never_empty() -> None:
    cells = [(row.url, row.format, row.frequency, row.note) for row in public_lists()]
    assert "" not in {cell for row in cells for cell in row}


def test_a_list_without_address_says_so_or_leaves_it_open() -> None:
    assert all(row.url is None or "." in row.url for row in public_lists())
    assert any(row.url is None for row in public_lists())
