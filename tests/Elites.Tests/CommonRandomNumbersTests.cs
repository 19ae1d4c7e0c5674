namespace Elites.Tests;

public class CommonRandomNumbersTests
{
    private const int SettlementAt = 52;

    [Test]
    public void Run_WarAndSettlement_PartOnlyAfterTheRowOfTheSettlement([Values(1, 2, 3)] int seed)
    {
        var war = Trial.Run(2_000, 60, seed);
        var settlement = Trial.Run(2_000, 60, seed, settleAt: SettlementAt);
        Assert.That(settlement.Rows, Has.Count.GreaterThan(SettlementAt + 1));
        using (Assert.EnterMultipleScope())
        {
            for (var tick = 0; tick <= SettlementAt; tick++)
                Assert.That(settlement.Rows[tick], Is.EqualTo(war.Rows[tick]), $"row {tick}");
            Assert.That(settlement.Rows[SettlementAt + 1], Is.Not.EqualTo(war.Rows[SettlementAt + 1]));
        }
    }

    [Test]
    public void Run_WarAndSettlement_ShareTheirShocksAfterwards()
    {
        var war = Trial.Run(2_000, 56);
        var settlement = Trial.Run(2_000, 56, settleAt: SettlementAt);
        Assert.That(war.Rows, Has.Count.EqualTo(57).And.Count.EqualTo(settlement.Rows.Count));
        Assert.That(settlement.Model.Climate.ClanShocks, Is.EqualTo(war.Model.Climate.ClanShocks));
        Assert.That(settlement.Model.Climate.RegimeShock, Is.EqualTo(war.Model.Climate.RegimeShock));
    }
}
