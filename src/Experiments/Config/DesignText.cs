using System.Globalization;
using Experiments.Design;

namespace Experiments.Config;

/// <summary>Writes a design as a section of a config in which nothing is left to defaults.</summary>
internal static class DesignText
{
    /// <summary>The lines; the rows of a file stand in the design.csv beside the config.</summary>
    public static IEnumerable<string> Lines(StudyDesign design)
    {
        if (design.Method == DesignMethod.None)
            return ["design: {}"];
        IEnumerable<string> rest = design.Method switch
        {
            DesignMethod.List => Rows(design),
            DesignMethod.Csv => File(design),
            _ => [.. Settings(design), "  factors:", .. design.Factors.Select(factor => $"    {Factor(factor)}"), .. Groups(design)],
        };
        return ["design:", $"  method: {SnakeCase.Of(design.Method.ToString())}", .. rest];
    }

    /// <summary>A factor and the values that it takes.</summary>
    public static string Factor(DesignFactor factor) => $"{Word(factor.Key)}: {{{Range(factor, factor.Range!)}{Also(factor)}}}";

    private static string Also(DesignFactor factor) =>
        factor.Also.Count == 0 ? "" : $", also: [{string.Join(", ", factor.Also.Select(also => Word(also.Key)))}]";

    private static IEnumerable<string> Settings(StudyDesign design)
    {
        var settings = design.Settings;
        var isSobol = design.Method is DesignMethod.Sobol or DesignMethod.Saltelli;
        if (settings.Points > 0)
            yield return Line($"  points: {settings.Points}");
        if (design.Method == DesignMethod.LatinHypercube)
            yield return Line($"  maximin: {settings.Maximin}");
        if (design.Method == DesignMethod.Saltelli)
            yield return $"  second_order: {Truth(settings.SecondOrder)}";
        if (isSobol)
            yield return Line($"  skip: {settings.Skip}");
        if (isSobol)
            yield return $"  scramble: {Truth(settings.Scramble)}";
        if (design.Method == DesignMethod.Morris)
            yield return Line($"  trajectories: {settings.Trajectories}");
        if (design.Method == DesignMethod.Morris)
            yield return Line($"  levels: {settings.Levels}");
        if (isSobol ? settings.Scramble : design.Method is not (DesignMethod.FullFactorial or DesignMethod.OneAtATime))
            yield return Line($"  seed: {settings.Seed}");
    }

    private static string Range(DesignFactor factor, FactorRange range)
    {
        if (range.Distribution == Distribution.Levels)
            return $"levels: [{string.Join(", ", range.Levels.Select(level => Value(factor, level)))}]";
        List<string> pairs = [$"distribution: {SnakeCase.Of(range.Distribution.ToString())}"];
        if (range.Distribution == Distribution.Normal)
            pairs.Add(Line($"mean: {range.Mean:R}, deviation: {range.Deviation:R}"));
        if (double.IsFinite(range.Min))
            pairs.Add($"min: {Value(factor, range.Min)}");
        if (double.IsFinite(range.Max))
            pairs.Add($"max: {Value(factor, range.Max)}");
        if (range.Distribution == Distribution.Triangular)
            pairs.Add($"mode: {Value(factor, range.Mode)}");
        if (range.LevelCount is { } count)
            pairs.Add(Line($"levels: {count}"));
        return string.Join(", ", pairs);
    }

    private static IEnumerable<string> Groups(StudyDesign design)
    {
        var named = design.Settings.Groups.Where(group => group.Factors.Count > 1 || group.Name != design.Factors[group.Factors[0]].Key).ToList();
        if (named.Count == 0)
            yield break;
        yield return "  groups:";
        foreach (var group in named)
            yield return $"    {Word(group.Name)}: [{string.Join(", ", group.Factors.Select(factor => Word(design.Factors[factor].Key)))}]";
    }

    private static IEnumerable<string> Rows(StudyDesign design)
    {
        yield return "  rows:";
        for (var row = 0; row < design.Rows; row++)
            yield return $"    - {{{string.Join(", ", design.Factors.Select((factor, column) => $"{Word(factor.Key)}: {Value(factor, design.Cells[row, column])}"))}}}";
    }

    private static IEnumerable<string> File(StudyDesign design) =>
    [
        $"  file: {StudyLoader.DesignName}",
        $"  columns: [{string.Join(", ", design.Factors.Select(factor => Word(factor.Key)))}]",
        $"  sha256: '{DesignFile.HashOf(design)}'",
    ];

    private static string Value(DesignFactor factor, double cell) =>
        factor.Parameter?.Type.IsEnum == true ? Word(factor.Format(cell)) : factor.Format(cell);

    private static string Truth(bool truth) => truth ? "true" : "false";

    private static string Word(string word) => ResolvedConfig.Word(word);

    private static string Line(FormattableString line) => line.ToString(CultureInfo.InvariantCulture);
}
