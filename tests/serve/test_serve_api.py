"""The API against its own document, with requests nobody would think of."""

import pytest
from hypothesis import HealthCheck, given, settings

from recoupe.serve.app import PLACES
from recoupe.serve.openapi import document
from tests.serve.conftest import BASE, room

schemathesis = pytest.importorskip("schemathesis", reason="schemathesis is not installed")


def test_the_document_names_every_address_of_the_api():
    served = {route.path for route in PLACES if route.path.startswith("/api/")} - {"/api/openapi.json"}
    assert served == set(document()["paths"])


def test_nothing_that_is_sent_breaks_the_server(folder):

    with room(folder) as client:
        token = client.token
        schema = schemathesis.openapi.from_dict(document())
        asked = []
        for result in schema.get_all_operations():
            operation = result.ok()
            strategy = operation.as_strategy()

            @settings(max_examples=25, deadline=None, database=None, suppress_health_check=list(HealthCheck))
            @given(case=strategy)
            def attempt(case):
                if "key" in (case.path_parameters or {}):
                    case.path_parameters["key"] = "story"
                case.headers = {**(case.headers or {}), "X-CSRF-Token": token}
                request = case.as_transport_kwargs(base_url=BASE)
                request.pop("cookies", None)
                answer = client.request(**request)
                asked.append(answer.status_code)
                assert answer.status_code < 500, (request, answer.text)

            attempt()
        assert len(asked) > 100
