from __future__ import annotations

from legation.custody.bag import Digests, info, manifest

FILES = {
    "data/b": Digests(sha256="b" * 64, sha512="b" * 128, size=2),
    "data/a%\nx": Digests(sha256="a" * 64, sha512="a" * 128, size=40),
}


def test_a_manifest_names_each_file_on_a_line_in_order() -> None:
    assert manifest(FILES, "sha256").decode() == f"{'a' * 64}  data/a%25%0Ax\n{'b' * 64}  data/b\n"
    assert manifest({}, "sha512") == b""


def test_a_bag_says_how_many_bytes_and_files_it_has_and_keeps_to_one_line_a_field() -> None:
    said = info((("Bag-Software-Agent", "legation\n1"),), FILES).decode()
    assert said == "Bag-Software-Agent: legation 1\nPayload-Oxum: 42.2\n"
