using Elites.Coups;
using Elites.Populations;

namespace Elites.Tests.Coups;

/// <summary>M15, the reckoning.</summary>
public class EstimateSuccessTests
{
    [Test]
    public void Of_WhatMustBeReached_IsSaidInFullOrBelowIt()
    {
        var (reached, below) = (0, 0);
        for (var seed = 1; seed <= 20; seed++)
        {
            var model = Trial.Make(seed: seed);
            var officers = model.Elite.Of(EliteKind.SecurityOfficer);
            var plot = model.Plots.Begin(officers.From, false, 0);
            for (var other = 1; other < 5 * seed; other++)
                model.Plots.Join(plot, officers.From + other);
            new PlaceForces(model.Elite, model.Persons, model.Parameters.Force).Step();
            var estimate = new EstimateSuccess(model.ForceByLoyalty, model.Bystanders, model.Parameters);
            var full = estimate.Of(plot);
            foreach (var wanted in new[] { 0.1, 0.3, 0.5, 0.7, full })
            {
                var said = estimate.Of(plot, wanted);
                if (full >= wanted)
                    Assert.That(said, Is.EqualTo(full), $"seed {seed}, wanted {wanted}: a plot that reaches it hears its chance in full");
                else
                    Assert.That(said, Is.LessThan(wanted), $"seed {seed}, wanted {wanted}");
                (reached, below) = (reached + (full >= wanted ? 1 : 0), below + (full < wanted ? 1 : 0));
            }
        }
        Assert.That((reached > 10, below > 10), Is.EqualTo((true, true)), "both were asked often");
    }
}
