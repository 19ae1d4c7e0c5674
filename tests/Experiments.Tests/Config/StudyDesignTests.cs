using Experiments.Config;
using Experiments.Design;
using Experiments.Tests.Models;

namespace Experiments.Tests.Config;

public sealed class StudyDesignTests
{
    [Test]
    public void DesignPoints_OfRowsAndScenarios_AreNumberedRowByRow()
    {
        var study = Varied();
        Assert.That(study.DesignPoints.Select(point => (point.Id, point.Row, point.Scenario)),
            Is.EqualTo(new[] { (1, 1, "siege"), (2, 1, "relief"), (3, 2, "siege"), (4, 2, "relief"), (5, 3, "siege"), (6, 3, "relief") }));
        Assert.That(study.Run(4).Point.Id, Is.EqualTo(4));
        Assert.That((study.Run(7).Point.Id, study.Run(7).Replication), Is.EqualTo((1, 2)));
    }

    [Test]
    public void DesignPoints_OfARow_HoldItsValues()
    {
        var point = Varied().DesignPoints[3];
        var values = VillageStudy.Catalogue.Parameters.ToDictionary(parameter => parameter.Key, parameter => point.Values[parameter.Index]);
        Assert.That((values["pressure"], values["gates_are_open"], values["harvest"], values["guards"]), Is.EqualTo((0.25, (object)false, (object)Harvest.Poor, (object)3)));
    }

    [Test]
    public void DesignPoints_WithFactorsOfAnIntervention_ChangeItInItsScenarioOnly()
    {
        var study = Varied();
        Assert.That(study.DesignPoints[4].Interventions, Is.Empty);
        var changes = study.DesignPoints[5].Interventions;
        Assert.That(changes.Select(change => change.At), Is.EqualTo(new[] { 12, 20 }), "in the order of time");
        Assert.That(changes[1].Values.Select(value => value.Value), Is.EqualTo(new object[] { 0.75, 20 }));
    }

    [Test]
    public void SeedOf_WithCommonRandomNumbers_IsTheSameForAllPoints()
    {
        var study = Varied();
        Assert.That(study.DesignPoints.Select(point => study.SeedOf(point, 2)).Distinct(), Is.EqualTo(new[] { Agents.Seed.Of(7, 2) }));
    }

    [Test]
    public void SeedOf_WithoutCommonRandomNumbers_IsAnotherForEachPoint()
    {
        var study = Varied() with { CommonRandomNumbers = false };
        Assert.That(study.DesignPoints.Select(point => study.SeedOf(point, 2)).Distinct().Count(), Is.EqualTo(6));
        Assert.That(study.SeedOf(study.DesignPoints[1], 2), Is.EqualTo(Agents.Seed.Of(7, 2, 2)));
    }

    private static Study Varied()
    {
        var study = VillageStudy.Of(scenarios:
        [
            ("siege", []),
            ("relief", [VillageStudy.At(10, ("pressure", 0.001), ("guards", 20)), VillageStudy.At(12, ("harvest", Harvest.Poor))]),
        ]);
        DesignFactor[] factors =
        [
            Factor("pressure"), Factor("gates_are_open"), Factor("harvest"), Factor("guards"),
            new() { Key = "scenarios.relief.interventions[1].at", Target = FactorTarget.At, Scenario = 1, Intervention = 0 },
            new() { Key = "scenarios.relief.interventions[1].set.pressure", Target = FactorTarget.Value, Parameter = VillageStudy.Catalogue.Find("pressure"), Scenario = 1, Intervention = 0 },
        ];
        double[][] rows = [[0.5, 1, 1, 9, 5, 0.5], [0.25, 0, 0, 3, 11, 0.5], [0.125, 1, 0, 4, 20, 0.75]];
        var cells = new PointMatrix(rows.Length, factors.Length);
        for (var row = 0; row < rows.Length; row++)
            rows[row].CopyTo(cells.Row(row));
        return study with { Design = new StudyDesign { Method = DesignMethod.List, Factors = factors, Cells = cells } };
    }

    private static DesignFactor Factor(string key) => new() { Key = key, Target = FactorTarget.Start, Parameter = VillageStudy.Catalogue.Find(key) };
}
