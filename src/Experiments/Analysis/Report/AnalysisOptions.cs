namespace Experiments.Analysis.Report;

/// <summary>What is asked of a stored result.</summary>
public sealed record AnalysisOptions
{
    /// <summary>The directory of the result.</summary>
    public required string Directory { get; init; }

    /// <summary>The measures to look at, with or without <c>end_</c>; all where none is named, unless an outcome is.</summary>
    public IReadOnlyList<string> Measures { get; init; } = [];

    /// <summary>The outcomes to look at, by code; all where none is named, unless a measure is.</summary>
    public IReadOnlyList<string> Outcomes { get; init; } = [];

    /// <summary>The responses to look at: a name, or one written out as a config would, <c>dip: {lowest: MEASURE, from: 52}</c>.</summary>
    public IReadOnlyList<string> Responses { get; init; } = [];

    /// <summary>The response in whose order scenarios are shown: a name, or written out; null for none.</summary>
    public string? Rank { get; init; }

    /// <summary>The two factors of the map that is looked at first, its rows and its columns; those with the greatest main effects where none is named.</summary>
    public IReadOnlyList<string> Heat { get; init; } = [];

    /// <summary>Rows of ticks at which cumulative incidence is of interest, up to the horizon; half the horizon and the whole where none is named.</summary>
    public IReadOnlyList<int> Until { get; init; } = [];

    /// <summary>What makes a run a case of interest for PRIM, such as <c>end_loyalty_mean&lt;0.3</c> or an outcome's code; each is searched for by itself.</summary>
    public IReadOnlyList<string> Prim { get; init; } = [];
}
