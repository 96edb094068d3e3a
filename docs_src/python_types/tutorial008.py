def sum_fees(fees: dict[str, float]) -> float:
    total = 0.0
    for member, fee in fees.items():
        print(member.title(), fee)
        total += fee
    return total


print(sum_fees({"aiko": 1.5, "jonas": 0.25}))
