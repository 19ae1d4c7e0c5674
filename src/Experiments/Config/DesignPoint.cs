using System.Collections;

namespace Experiments.Config;

/// <summary>One row of the design in one scenario.</summary>
/// <param name="Id">From 1: (row - 1) x number of scenarios + number of the scenario.</param>
/// <param name="Row">Row of the design, from 1.</param>
/// <param name="Scenario">The scenario's name.</param>
/// <param name="Values">The value of every parameter at the start, in the catalogue's order (boxed double, int, bool or enumeration).</param>
/// <param name="Interventions">What changes during the run, by tick.</param>
public sealed record DesignPoint(int Id, int Row, string Scenario, IReadOnlyList<object> Values, IReadOnlyList<Intervention> Interventions)
{
    /// <summary>The parameters that follow files.</summary>
    public IReadOnlyList<ParameterSeries> Series { get; init; } = [];

    /// <summary>The point with whose random numbers it is run, where points draw alone.</summary>
    internal int StreamId { get; init; } = Id;
}

/// <summary>All design points of a study, each made anew when it is asked for.</summary>
internal sealed class DesignPointList(IReadOnlyList<Scenario> scenarios, StudyDesign design) : IReadOnlyList<DesignPoint>
{
    public int Count => checked(design.Rows * scenarios.Count);

    public DesignPoint this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var (row, number) = Math.DivRem(index, scenarios.Count);
            var scenario = design.Vary(scenarios[number], number, row + 1);
            return new DesignPoint(index + 1, row + 1, scenario.Name, scenario.Values, scenario.Interventions) { Series = scenario.Series };
        }
    }

    public IEnumerator<DesignPoint> GetEnumerator()
    {
        for (var i = 0; i < Count; i++)
            yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
