using System.Collections.Frozen;
using System.Globalization;
using Experiments.Design;

namespace Experiments.Config;

/// <summary>What a factor of a design changes.</summary>
public enum FactorTarget
{
    /// <summary>A parameter's value at the start of a run, in every scenario.</summary>
    Start,

    /// <summary>The row of ticks at which an intervention of one scenario acts or begins.</summary>
    At,

    /// <summary>The row of ticks at which a ramp of one scenario ends.</summary>
    Until,

    /// <summary>The value that an intervention of one scenario gives to a parameter.</summary>
    Value,
}

/// <summary>One factor of a design: what its column of the design means.</summary>
public sealed record DesignFactor
{
    /// <summary>A parameter's key, or the path of a piece of an intervention in the resolved config.</summary>
    public required string Key { get; init; }

    /// <summary>What it changes.</summary>
    public required FactorTarget Target { get; init; }

    /// <summary>The parameter whose value it gives; null for a row of ticks.</summary>
    public Parameter? Parameter { get; init; }

    /// <summary>Parameters that take the same value at the start, so that several vary as one; empty for most factors.</summary>
    public IReadOnlyList<Parameter> Also { get; init; } = [];

    /// <summary>The scenarios, from 0, that set the parameter at the start themselves and keep their value; none for most factors.</summary>
    public IReadOnlySet<int> KeptBy { get; init; } = FrozenSet<int>.Empty;

    /// <summary>The values that it takes; null where the design lists its rows.</summary>
    public FactorRange? Range { get; init; }

    /// <summary>The scenario of the intervention, from 0; means nothing for a parameter at the start.</summary>
    public int Scenario { get; init; }

    /// <summary>The intervention's place in its scenario, from 0; means nothing for a parameter at the start.</summary>
    public int Intervention { get; init; }

    /// <summary>True where a run of that scenario (from 0) knows the factor.</summary>
    public bool IsIn(int scenario) => Target == FactorTarget.Start ? !KeptBy.Contains(scenario) : Scenario == scenario;

    /// <summary>
    /// The value that a cell of the design stands for: a boxed double, int, bool or enumeration. A boolean is 0 or 1 in
    /// the design, a choice its number among the choices, from 0.
    /// </summary>
    public object ValueOf(double cell)
    {
        if (Parameter is null || Parameter.Type == typeof(int))
            return (int)cell;
        if (Parameter.Type == typeof(double))
            return cell;
        return Parameter.Type == typeof(bool) ? cell == 1 : Enum.Parse(Parameter.Type, Enum.GetNames(Parameter.Type)[(int)cell]);
    }

    /// <summary>True where its values can lie anywhere between two others.</summary>
    internal bool IsNumber => Parameter is null || Parameter.IsNumber;

    /// <summary>True where its values are whole numbers.</summary>
    internal bool IsWhole => Parameter is null || Parameter.Type == typeof(int);

    /// <summary>What its values are, in words.</summary>
    internal string TypeName => Parameter is null ? "row of ticks" : Parameter.TypeName;

    /// <summary>The cell of the design that stands for a value: what <see cref="ValueOf"/> undoes.</summary>
    internal double CellOf(object value) => value switch
    {
        double number => number,
        int number => number,
        bool truth => truth ? 1 : 0,
        _ => Array.IndexOf(Enum.GetNames(Parameter!.Type), Enum.GetName(Parameter.Type, value)),
    };

    /// <summary>What is wrong with a cell, or null.</summary>
    internal string? Complaint(double cell)
    {
        if (!double.IsFinite(cell))
            return "the value is infinite: give the distribution min and max";
        if (IsWhole && cell is < int.MinValue or > int.MaxValue)
            return "the value is out of the range of integers";
        var value = ValueOf(cell);
        return Also.Select(also => also.RangeComplaint(value) is { } complaint ? $"{also.Key}: {complaint}" : null).FirstOrDefault(complaint => complaint is not null)
            ?? Parameter?.RangeComplaint(value);
    }

    /// <summary>A cell of the design as configs write its value.</summary>
    internal string Format(double cell) =>
        Parameter is null ? ((int)cell).ToString(CultureInfo.InvariantCulture) : Parameter.Format(ValueOf(cell));

    /// <summary>A cell of the design as tables write its value.</summary>
    internal string FormatCell(double cell) =>
        Parameter is null ? ((int)cell).ToString(CultureInfo.InvariantCulture) : Parameter.FormatCell(ValueOf(cell));

    /// <summary>A scenario's interventions with this factor's value in its place; to be sorted when all factors are in.</summary>
    internal void Change(Intervention[] interventions, double cell)
    {
        var change = interventions[Intervention];
        interventions[Intervention] = Target switch
        {
            FactorTarget.At => change with { At = (int)cell },
            FactorTarget.Until => change with { Until = (int)cell },
            _ => change with { Values = [.. change.Values.Select(one => one.Parameter == Parameter!.Index ? (one.Parameter, ValueOf(cell)) : one)] },
        };
    }
}
