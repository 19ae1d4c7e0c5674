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
    [TestCase(50_000)]
    [TestCase(10_000_000)]
    public void Headcount_AnyNumberOfAgents_SamplesTheMassAndLeavesTheEliteAsItIs(int agents)
    {
        var counts = new Headcount(new PopulationParameters { Agents = agents });
        var mass = agents - 671;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(counts.Elite, Is.EqualTo(EliteShares));
            Assert.That(counts.Mass.Sum(), Is.EqualTo(mass));
            for (var kind = 0; kind < MassShares.Length; kind++)
                Assert.That(counts.Mass[kind], Is.EqualTo(MassShares[kind] * (mass / 10_000.0)).Within(0.5));
        }
    }

    [TestCase(60)]
    [TestCase(335)]
    [TestCase(671)]
    [TestCase(1_340)]
    [TestCase(6_001)]
    public void Headcount_AnySizeOfTheElite_AddsUpAndKeepsProportions(int elite)
    {
        var counts = new Headcount(new PopulationParameters { Elite = elite });
        Assert.That(counts.Elite.Sum(), Is.EqualTo(elite));
        for (var kind = 0; kind < EliteShares.Length; kind++)
            Assert.That(counts.Elite[kind], Is.EqualTo(EliteShares[kind] * (elite / 670.0)).Within(1));
    }

    [Test]
    public void Headcount_KindsOfOneInTenThousand_KeepsOneOfEach()
    {
        var counts = new Headcount(new PopulationParameters { Agents = 1_000, Elite = 60, Oligarchs = 1, Generals = 1, FieldOfficers = 1, SecurityOfficers = 1, Directors = 1, Ultranationalists = 10_000, Soldiers = 1, DefenceWorkers = 1 });
        using (Assert.EnterMultipleScope())
        {
            Assert.That(counts.Elite, Is.All.GreaterThanOrEqualTo(1));
            Assert.That(counts.Elite.Sum(), Is.EqualTo(60));
            Assert.That(counts.Mass, Is.EqualTo(new[] { 1, 1, 937 }));
        }
    }

    [TestCase(1_000, 998, 1_200, 1_000, "population.agents")]
    [TestCase(10_000, 670, 6_000, 4_000, "population.soldiers")]
    public void Complaint_NoRoomForTheMassOrForCitizens_NamesTheParameter(int agents, int elite, int soldiers, int workers, string named)
    {
        var parameters = new ElitesParameters();
        var p = parameters.Population;
        (p.Agents, p.Elite, p.Soldiers, p.DefenceWorkers) = (agents, elite, soldiers, workers);
        Assert.That(parameters.Complaint(), Does.Contain(named));
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
