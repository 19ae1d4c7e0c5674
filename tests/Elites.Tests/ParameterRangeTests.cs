using System.Reflection;
using Elites.Populations;
using Elites.Warfare;

namespace Elites.Tests;

/// <summary>Whatever a config may say, a run neither throws nor loses its numbers.</summary>
public class ParameterRangeTests
{
    private static IEnumerable<TestCaseData> Ends() =>
        from section in typeof(ElitesParameters).GetProperties()
        where section.PropertyType != typeof(PopulationParameters)
        from property in section.PropertyType.GetProperties()
        where property.PropertyType != typeof(bool) && !property.PropertyType.IsEnum
        let declared = property.GetCustomAttribute<ParameterAttribute>()!
        from value in new[] { declared.Min, declared.Max }
        select new TestCaseData(section, property, value).SetArgDisplayNames($"{section.Name}.{property.Name}", $"{value}");

    [TestCaseSource(nameof(Ends))]
    public void Run_ParameterAtTheEndOfItsRange_StaysFiniteAndWithinBounds(PropertyInfo section, PropertyInfo property, double value)
    {
        var trial = Trial.Run(1_000, 24, seed: 1, p => Set(p, section, property, value), settleAt: property.Name == nameof(SettlementParameters.Terms) ? null : 8, terms: 0.2);
        var elite = trial.Model.Elite;
        var mass = trial.Model.Mass;
        using (Assert.EnterMultipleScope())
        {
            Assert.That(trial.Rows.SelectMany(row => row), Is.All.Matches<double>(double.IsFinite));
            foreach (var column in new Column<float>[] { elite.Loyalty, elite.Grievance, elite.Belief, mass.Loyalty, mass.Grievance, mass.Hardship, mass.Legitimacy })
                Assert.That(column.Values.ToArray(), Is.All.InRange(0f, 1f));
        }
    }

    private static void Set(ElitesParameters parameters, PropertyInfo section, PropertyInfo property, double value)
    {
        property.SetValue(section.GetValue(parameters), Convert.ChangeType(value, property.PropertyType, null));
        var p = parameters.Obedience;
        if (p.CommandsNeeded > p.Commands)
            (p.Commands, p.CommandsNeeded) = ((int)value, (int)value);
    }
}
