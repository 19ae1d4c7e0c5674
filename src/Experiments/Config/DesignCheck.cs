using System.Globalization;

namespace Experiments.Config;

/// <summary>Looks at every row of a design in every scenario before anything runs.</summary>
internal sealed class DesignCheck(ValueReader read, CombinationCheck combinations)
{
    /// <summary>Factors that a message shows with their values.</summary>
    private const int ShownFactors = 6;

    /// <summary>Notes the first row that cannot be run, and how many there are.</summary>
    public void Refuse(StudyDesign design, IReadOnlyList<Scenario> scenarios, Node? node)
    {
        if (design.Factors.Count == 0 || !read.IsSound)
            return;
        var (first, bad) = ("", 0);
        for (var row = 1; row <= design.Rows; row++)
        {
            if (Complaint(design, scenarios, row) is not { } complaint)
                continue;
            if (bad++ == 0)
                first = string.Create(CultureInfo.InvariantCulture, $"row {row} ({Values(design, row)}){complaint}");
        }
        if (bad > 1)
            first += string.Create(CultureInfo.InvariantCulture, $"; {bad} of {design.Rows} rows cannot be run");
        if (bad > 0)
            read.Add(node?.Place ?? default, "design", first);
    }

    /// <summary>Why a row cannot be run, as the end of a message, or null.</summary>
    public string? Complaint(StudyDesign design, IReadOnlyList<Scenario> scenarios, int row)
    {
        for (var column = 0; column < design.Factors.Count; column++)
        {
            if (design.Factors[column].Complaint(design.Cells[row - 1, column]) is { } complaint)
                return $": {design.Factors[column].Key}: {complaint}";
        }
        for (var number = 0; number < scenarios.Count; number++)
        {
            var scenario = design.Vary(scenarios[number], number, row);
            var complaint = ComplaintOfTimes(design, scenario, number) ?? combinations.Find(scenario)?.Message;
            if (complaint is not null)
                return $" in scenario {scenario.Name}: {complaint}";
        }
        return null;
    }

    private string? ComplaintOfTimes(StudyDesign design, Scenario scenario, int number)
    {
        if (!design.Factors.Any(factor => factor.Target is FactorTarget.At or FactorTarget.Until && factor.IsIn(number)))
            return null;
        for (var i = 0; i < scenario.Interventions.Count; i++)
        {
            var one = scenario.Interventions[i];
            if (one.Until <= one.At)
                return string.Create(CultureInfo.InvariantCulture, $"a ramp would end at {one.Until} and not after it begins at {one.At}");
            for (var j = 0; j < i; j++)
            {
                if (one.Meets(scenario.Interventions[j]) is var (parameter, tick))
                    return string.Create(CultureInfo.InvariantCulture, $"{combinations.KeyOf(parameter)} is changed by two interventions at tick {tick}");
            }
        }
        return null;
    }

    private static string Values(StudyDesign design, int row)
    {
        var values = design.Factors.Take(ShownFactors).Select((factor, column) =>
            $"{factor.Key} {(double.IsFinite(design.Cells[row - 1, column]) ? factor.Format(design.Cells[row - 1, column]) : "infinite")}");
        return string.Join(", ", values) + (design.Factors.Count > ShownFactors ? ", ..." : "");
    }
}
