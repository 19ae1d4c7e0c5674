namespace Elites.Tests;

/// <summary>
/// The model's own bits, on every machine and operating system: all rows of all reporters, all columns at the end and
/// all events. To renew a constant after a change that is meant to change results, run this test, copy what it says it
/// got, and begin the commit's subject with <c>results:</c>.
/// </summary>
public class GoldenHashTests
{
    private const string WarGoesOn = "c846fcfc4f8a30eb";
    private const string SettlementAtWeek52 = "9a5083248194474e";

    [Test]
    public void Run_WarGoesOn_HasTheCommittedBits() =>
        Assert.That(Trial.Run(2_000, 120).Hash(), Is.EqualTo(WarGoesOn));

    [Test]
    public void Run_SettlementAtWeek52_HasTheCommittedBits()
    {
        var trial = Trial.Run(2_000, 120, settleAt: 52);
        Assert.That(trial.Rows, Has.Count.GreaterThan(60), "the run should reach well beyond the settlement");
        Assert.That(trial.Hash(), Is.EqualTo(SettlementAtWeek52));
    }
}
