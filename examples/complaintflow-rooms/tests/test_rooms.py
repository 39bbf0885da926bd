from collections.abc import Iterator
import pytest
from complaintflow.testing import ChannelContract, Line
from complaintflow_rooms import CustomerRooms, Server
from server import chat_server, TOKEN


class TestCustomerRooms(ChannelContract):
    @pytest.fixture
    def line(self) -> Iterator[Line]:
        with chat_server() as rooms:
            yield Line(CustomerRooms(Server(rooms.url, TOKEN)), rooms.texts, rooms.down, honours_keys=True)
