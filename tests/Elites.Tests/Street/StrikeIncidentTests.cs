using Elites.Street;

namespace Elites.Tests.Street;

/// <summary>M12, sparks.</summary>
public class StrikeIncidentTests
{
    [Test]
    public void Step_AWeek_LeavesAShareOfEachSpark()
    {
        var model = Trial.Make();
        model.Unrest.Sparks.AsSpan().Fill(0.5);
        new StrikeIncident(model.Unrest, model.Moment, new ProtestParameters { IncidentsPerYear = 0 }).Step();
        Assert.That(model.Unrest.Sparks, Is.All.EqualTo(0.4).Within(1e-12));
    }

    [Test]
    public void Step_ManySeeds_StrikesByItsRateAndSize()
    {
        // 2,000 weeks at 26 a year: 1 - e^(-1/2) of them, four standard errors 0.044; mean size of about 787, four 0.017.
        const int Weeks = 2_000;
        var sizes = new List<double>();
        var p = new ProtestParameters { IncidentsPerYear = 26, IncidentSize = 0.12 };
        for (var seed = 1; seed <= Weeks; seed++)
        {
            var model = Trial.Make(seed: seed);
            new StrikeIncident(model.Unrest, model.Moment, p).Step();
            foreach (var happening in model.Events.All)
            {
                sizes.Add(happening.Value);
                Assert.That(model.Unrest.Sparks, Has.Some.EqualTo(happening.Value).And.All.AnyOf(0.0, happening.Value));
            }
        }
        Assert.That(sizes.Count / (double)Weeks, Is.EqualTo(1 - Math.Exp(-0.5)).Within(0.044));
        Assert.That(sizes.Average(), Is.EqualTo(0.12).Within(0.017));
    }
}
