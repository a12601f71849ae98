"""The pools of orders that the benchmarks run on."""

from benchmarks.instances import order_pool


def test_a_pool_is_the_same_for_the_same_seed() -> None:
    assert order_pool(3, seed=5) == order_pool(3, seed=5)
    assert order_pool(3, seed=5) != order_pool(3, seed=6)


def test_ten_orders_have_some_eight_hundred_pieces() -> None:
    assert 500 < sum(piece.quantity for piece in order_pool(10).job.pieces) < 1200
