using System.Reflection;

namespace Elites.Tests;

/// <summary>What studies are told of the model is complete and true.</summary>
public class DefinitionTests
{
    private static readonly ModelDefinition Definition = ElitesModel.Definition;

    private static IEnumerable<TestCaseData> Parameters() =>
        from section in typeof(ElitesParameters).GetProperties()
        from property in section.PropertyType.GetProperties()
        select new TestCaseData(section, property).SetArgDisplayNames($"{section.Name}.{property.Name}");

    [Test]
    public void ModelReporters_Names_AreUniqueSnakeCaseWithAMeaning()
    {
        var names = Definition.ModelReporters.Select(reporter => reporter.Name).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Is.Unique);
            Assert.That(names, Is.All.Match("^[a-z][a-z0-9]*(_[a-z0-9]+)*$"));
            Assert.That(Definition.ModelReporters.Select(reporter => reporter.Meaning), Is.All.Not.Empty);
        }
    }

    [Test]
    public void AgentReporters_Names_AreUniqueSnakeCaseWithAMeaning()
    {
        var names = Definition.AgentReporters.Select(reporter => reporter.Name).ToArray();
        using (Assert.EnterMultipleScope())
        {
            Assert.That(names, Is.Unique);
            Assert.That(names, Is.All.Match("^[a-z][a-z0-9]*(_[a-z0-9]+)*$"));
            Assert.That(Definition.AgentReporters.Select(reporter => reporter.Meaning), Is.All.Not.Empty);
        }
    }

    [Test]
    public void OutcomesAndEvents_Names_AreUniqueSnakeCaseWithAMeaning()
    {
        using (Assert.EnterMultipleScope())
        {
            Assert.That(Definition.Outcomes.Select(code => code.Code), Is.Unique.And.All.Match("^[a-z]+(_[a-z]+)*$"));
            Assert.That(Definition.Events.Select(kind => kind.Name), Is.Unique.And.All.Match("^[a-z]+(_[a-z]+)*$"));
            Assert.That(Definition.Outcomes.Select(code => code.Meaning).Concat(Definition.Events.Select(kind => kind.Meaning)), Is.All.Not.Empty);
        }
    }

    [Test]
    public void Reporters_OfTheFirstState_AreFinite()
    {
        var model = Trial.Make();
        using (Assert.EnterMultipleScope())
        {
            foreach (var reporter in Definition.ModelReporters)
                Assert.That(reporter.Read(model), Is.Not.NaN, reporter.Name);
            foreach (var reporter in Definition.AgentReporters)
                Assert.That(reporter.Read(model, 0), Is.Not.NaN, reporter.Name);
        }
    }

    [Test]
    public void Sections_AsDeclared_SayWhatTheyAreAbout()
    {
        foreach (var section in typeof(ElitesParameters).GetProperties())
            Assert.That(section.GetCustomAttribute<SectionAttribute>()?.Meaning, Is.Not.Null.And.Not.Empty, section.Name);
    }

    [TestCaseSource(nameof(Parameters))]
    public void Parameter_AsDeclared_HasMeaningRangeAndSource(PropertyInfo section, PropertyInfo property)
    {
        var declared = property.GetCustomAttribute<ParameterAttribute>();
        Assert.That(declared, Is.Not.Null);
        var value = property.GetValue(section.GetValue(new ElitesParameters()));
        using (Assert.EnterMultipleScope())
        {
            Assert.That(declared!.Meaning, Is.Not.Empty);
            Assert.That(declared.Source, Is.Not.Empty);
            if (value is bool or Enum)
                return;
            Assert.That(declared.Min, Is.LessThan(declared.Max));
            Assert.That(double.IsFinite(declared.Min) && double.IsFinite(declared.Max), "a range has two ends");
            Assert.That(Convert.ToDouble(value, null), Is.InRange(declared.Min, declared.Max));
        }
    }

    [Test]
    public void Run_HarshConditions_RecordsOnlyWhatTheDefinitionDeclares()
    {
        var (events, outcomes) = (new SortedSet<string>(), new SortedSet<string>());
        for (var seed = 1; seed <= 45; seed++)
        {
            var trial = Trial.Run(1_000, 120, seed, p => MakeHarsh(p, seed), settleAt: seed % 3 == 0 ? null : 8, terms: seed % 2 * 0.5);
            events.UnionWith(trial.EventNames);
            outcomes.Add(trial.Model.Classify().Code);
        }
        using (Assert.EnterMultipleScope())
        {
            Assert.That(events, Is.SubsetOf(Definition.Events.Select(kind => kind.Name)));
            Assert.That(outcomes, Is.SubsetOf(Definition.Outcomes.Select(code => code.Code)));
            Assert.That(events, Is.SupersetOf(Definition.Events.Select(kind => kind.Name).Except([Happenings.WarResumed, Happenings.Accession])), "the conditions bring every event about");
            Assert.That(outcomes, Has.Count.GreaterThanOrEqualTo(5), "and most outcomes");
        }
    }

    [Test]
    public void Run_WarResumed_RecordsIt()
    {
        var model = Trial.Make(set: p => p.Settlement.Terms = 0.5);
        model.Advance();
        model.Parameters.Settlement.Terms = -1;
        model.Advance();
        Assert.That(model.Events.All.Select(happening => happening.Name), Is.SupersetOf(new[] { Happenings.Settlement, Happenings.WarResumed }));
    }

    private static void MakeHarsh(ElitesParameters p, int seed)
    {
        if (seed % 3 == 0)
        {
            (p.Leader.Endogenous, p.Remedies.Price, p.Escalation.Dread) = (true, 0, 0);
            (p.Escalation.Catastrophe, p.Leader.Temperature) = (seed % 2 * 0.3, 1);
        }
        (p.Election.FirstWeek, p.Election.Emergence, p.Election.Removal, p.Election.FollowingHalfLife) = (30, 52, 5, 2);
        (p.Election.Appeal, p.Election.Theft) = (seed % 2 == 0 ? 5 : 1, 0);
        switch (seed % 5)
        {
            case 0:
                (p.Protest.Threshold, p.Obedience.Resolve, p.Prices.ReservesAtStart) = (0.1, 10, 0.001);
                break;
            case 1:
                (p.Protest.Threshold, p.Obedience.CommandsNeeded) = (0.05, 8);
                break;
            case 2:
                p.Loyalty.Base = 0.5;
                break;
            case 3:
                (p.Loyalty.Base, p.Coup.Luck, p.Coup.Softness) = (0.8, 1, 0.5);
                break;
            default:
                (p.Units.Reversion, p.War.CasualtiesPerDay, p.Succession.RebelsOrAssassins) = (0.5, 8_000, 1);
                (p.Loyalty.Base, p.Repression.Level) = (3, 0.9);
                break;
        }
    }
}
