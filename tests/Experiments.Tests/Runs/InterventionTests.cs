using Experiments.Tests.Models;

namespace Experiments.Tests.Runs;

/// <summary>What a parameter is in the row after a step is what was in force during that step.</summary>
public sealed class InterventionTests : ResultFolder
{
    [Test]
    public void Set_AtRowT_LeavesRowTEqualAndChangesTheNext()
    {
        Run(VillageStudy.Of(replications: 3, scenarios: [("siege", []), ("relief", [VillageStudy.At(4, ("pressure", 0.001))])]));
        var (siege, relief) = (Column("unrest", 1), Column("unrest", 2));
        Assert.That(relief.Take(5), Is.EqualTo(siege.Take(5)));
        Assert.That(relief[5], Is.Not.EqualTo(siege[5]));
    }

    [Test]
    public void Set_AtRowZero_ActsInTheFirstStep()
    {
        Run(VillageStudy.Of(replications: 1, ticks: 2, scenarios: [("relief", [VillageStudy.At(0, ("guards", 99))])]));
        Assert.That(Column("guards", 1), Is.EqualTo(new[] { "10", "99", "99" }));
    }

    [Test]
    public void Ramp_OverFourRows_MovesInEqualStepsToTheTarget()
    {
        Run(VillageStudy.Of(replications: 1, ticks: 8, scenarios: [("relief", [VillageStudy.Between(2, 6, ("pressure", 0.04))])]));
        Assert.That(Column("pressure", 1), Is.EqualTo(new[] { "0.02", "0.02", "0.02", "0.02", "0.025", "0.03", "0.035", "0.04", "0.04" }));
    }

    [Test]
    public void Ramp_OfAnInteger_IsRoundedHalfAway()
    {
        Run(VillageStudy.Of(replications: 1, ticks: 6, scenarios: [("relief", [VillageStudy.Between(0, 4, ("guards", 12))])]));
        Assert.That(Column("guards", 1), Is.EqualTo(new[] { "10", "10", "11", "11", "12", "12", "12" }));
    }

    [Test]
    public void Ramp_AfterASet_StartsFromWhatIsThen()
    {
        Run(VillageStudy.Of(replications: 1, ticks: 5, scenarios: [("relief",
        [
            VillageStudy.At(1, ("guards", 30)),
            VillageStudy.Between(2, 4, ("guards", 10)),
        ])]));
        Assert.That(Column("guards", 1), Is.EqualTo(new[] { "10", "10", "30", "30", "20", "10" }));
    }

    private List<string> Column(string name, int run) =>
        [.. Rows("ticks").Where(row => row["run_id"] == $"{run}").Select(row => row[name])];
}
