using Elites.Populations;

namespace Elites.Tests.Populations;

public class HeadcountTests
{
    private static readonly int[] EliteShares = [40, 40, 80, 150, 60, 300];
    private static readonly int[] MassShares = [1_200, 1_000];

    [TestCase(1_000)]
    [TestCase(1_001)]
    [TestCase(2_000)]
    [TestCase(9_999)]
    [TestCase(10_000)]
    [TestCase(12_345)]
    [TestCase(50_000)]
    [TestCase(1_000_000)]
    [TestCase(10_000_000)]
    public void Headcount_AnySize_AddsUpAndKeepsProportions(int agents)
    {
        var counts = new Headcount(new PopulationParameters { Agents = agents });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(counts.Elite.Sum() + counts.Mass.Sum() + 1, Is.EqualTo(agents));
            Assert.That(counts.Elite.Concat(counts.Mass), Is.All.GreaterThanOrEqualTo(1));
            for (var kind = 0; kind < EliteShares.Length; kind++)
                Assert.That(counts.Elite[kind], Is.EqualTo(EliteShares[kind] * (agents / 10_000.0)).Within(0.5));
            for (var kind = 0; kind < MassShares.Length; kind++)
                Assert.That(counts.Mass[kind], Is.EqualTo(MassShares[kind] * (agents / 10_000.0)).Within(0.5));
        }
    }

    [Test]
    public void Headcount_KindsOfOneInTenThousand_KeepsOneOfEach()
    {
        var p = new PopulationParameters { Agents = 1_000, Oligarchs = 1, Generals = 1, FieldOfficers = 1, SecurityOfficers = 1, Directors = 1, Ultranationalists = 1, Soldiers = 1, DefenceWorkers = 1 };
        var counts = new Headcount(p);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(counts.Elite, Is.All.EqualTo(1));
            Assert.That(counts.Mass, Is.EqualTo(new[] { 1, 1, 991 }));
        }
    }

    [Test]
    public void Headcount_DefaultSize_HasTheCountsOfTheDesign()
    {
        var counts = new Headcount(new PopulationParameters());
        using (Assert.EnterMultipleScope())
        {
            Assert.That(counts.Elite, Is.EqualTo(EliteShares));
            Assert.That(counts.Mass, Is.EqualTo(new[] { 1_200, 1_000, 7_129 }));
        }
    }

    [Test]
    public void Complaint_RoundingLeavesNoRoomForCitizens_NamesTheCounts()
    {
        // Each kind rounds up at N = 1,000, so that together they exceed it although they leave room at 10,000.
        var parameters = new ElitesParameters();
        var p = parameters.Population;
        p.Agents = 1_000;
        (p.Oligarchs, p.Generals, p.FieldOfficers, p.SecurityOfficers, p.Directors) = (995, 995, 995, 995, 995);
        (p.Ultranationalists, p.Soldiers, p.DefenceWorkers) = (1_995, 1_995, 1_025);
        Assert.That(parameters.Complaint(), Does.Contain("population"));
    }

    [TestCase(1_000)]
    [TestCase(200_000)]
    public void Run_ThreeTicks_WorksAtThisSize(int agents)
    {
        var trial = Trial.Run(agents, 3);
        using (Assert.EnterMultipleScope())
        {
            Assert.That(trial.Rows, Has.Count.EqualTo(4));
            Assert.That(trial.Rows.SelectMany(row => row), Is.All.Matches<double>(double.IsFinite));
            Assert.That(1 + trial.Model.Elite.Count + trial.Model.Mass.Count, Is.EqualTo(agents));
        }
    }
}
