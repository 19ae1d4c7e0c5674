using Agents;

namespace Classics.Tests;

/// <summary>No classic allocates memory in a step, on one thread or several.</summary>
public sealed class SteadyStateTests
{
    private static IEnumerable<TestCaseData> Models()
    {
        foreach (var regime in Enum.GetValues<Regime>())
            yield return Case($"Boltzmann {regime}", new Boltzmann(new Boltzmann.Parameters { Regime = regime }, Seed.Of(1)));
        yield return Case("Schelling", new Schelling(new Schelling.Parameters { Need = 5 }, Seed.Of(1)));
        yield return Case("CivilViolence", new CivilViolence(new CivilViolence.Parameters(), Seed.Of(1)));
        yield return Case("InfluenceKernel", new InfluenceKernel(new InfluenceKernel.Parameters { Agents = 20_000 }, Seed.Of(1)));
        yield return Case("Granovetter", new Granovetter(new Granovetter.Parameters { Agents = 20_000 }, Seed.Of(1)));
        yield return Case("DeGroot", new DeGroot(new DeGroot.Parameters { Agents = 20_000 }, Seed.Of(1)));
        yield return Case("Sir", new Sir(new Sir.Parameters { Agents = 20_000, Contacts = Sir.Contacts.Poisson }, Seed.Of(1)));
        yield return Case("Voter", new Voter(new Voter.Parameters { Agents = 2_000 }, Seed.Of(1)));
        yield return Case("Moran", new Moran(new Moran.Parameters { Agents = 2_000, FirstMutants = 1_000, Fitness = 1 }, Seed.Of(1)));
        yield return Case("Deffuant", new Deffuant(new Deffuant.Parameters(), Seed.Of(1)));
        yield return Case("Axelrod", new Axelrod(new Axelrod.Parameters { Width = 30, Height = 30 }, Seed.Of(1)));
        yield return Case("Waiting", new Waiting(new Waiting.Parameters { ArrivalRate = 0.5 }, Seed.Of(1)));

        static TestCaseData Case(string name, Model model) => new TestCaseData(model).SetArgDisplayNames(name);
    }

    [TestCaseSource(nameof(Models))]
    public void Step_OneThread_AllocatesNothing(Model model)
    {
        model.Workers = null;
        Assert.That(LeastAllocated(model, GC.GetAllocatedBytesForCurrentThread), Is.Zero);
    }

    [TestCaseSource(nameof(Models))]
    public void Step_ThreeThreads_AllocatesNothing(Model model)
    {
        using var workers = new Workers(3);
        model.Workers = workers;
        Assert.That(LeastAllocated(model, () => GC.GetTotalAllocatedBytes(precise: true)), Is.Zero);
    }

    // The counter of all threads covers the runtime's and the test host's too: the least of several tries is the model's.
    private static long LeastAllocated(Model model, Func<long> allocated)
    {
        Replications.Advance(model, 20);
        var least = long.MaxValue;
        for (var attempt = 0; attempt < 20 && least > 0; attempt++)
        {
            var before = allocated();
            Replications.Advance(model, 5);
            least = Math.Min(least, allocated() - before);
        }
        return least;
    }
}
