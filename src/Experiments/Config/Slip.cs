using System.Globalization;
using System.Text.RegularExpressions;

namespace Experiments.Config;

/// <summary>Slips of the pen that YAML takes for something else: a decimal comma, a colon without a space, a hyphen too many.</summary>
internal static partial class Slip
{
    /// <summary>What an unknown key most likely should have been, or null.</summary>
    public static string? InKey(Mapping map, Entry entry)
    {
        if (entry.Key == "<<")
            return "merging (<<) is not supported: a scenario takes the parameters of another config by extends";
        if (entry.Key.Any(letter => letter > ' ' && char.IsWhiteSpace(letter)))
            return "has a blank in it that is none of the keyboard's: write ordinary spaces";
        if (entry.Value is not Scalar { Text: "" })
            return null;
        var before = map.Entries.TakeWhile(other => other != entry).LastOrDefault();
        if (Digits().IsMatch(entry.Key) && before?.Value is Scalar { IsPlain: true } whole && WholeNumber().IsMatch(whole.Text))
            return $"a decimal comma? Write {Problem.Short(before.Key)}: {Problem.Short(whole.Text)}.{Problem.Short(entry.Key)}";
        return CrampedPair().Match(entry.Key) is { Success: true } pair ? Spaced(pair) : null;
    }

    /// <summary>How a map should be written where something else stands.</summary>
    /// <param name="node">What stands there.</param>
    /// <param name="example">A map as it could be there.</param>
    public static string InMap(Node node, string example) => node switch
    {
        Scalar text when CrampedPair().Match(text.Text) is { Success: true } pair => Spaced(pair),
        Scalar text when Equation().Match(text.Text) is { Success: true } pair => $"a key and its value have a colon between them: write {Written(pair)}",
        Sequence { Items: [Mapping, ..] } => "take the hyphens (or the [ ]) away",
        _ => $"write {example}",
    };

    /// <summary>How a list should be written where something else stands.</summary>
    public static string InList(Node node, string example) => node switch
    {
        Scalar { IsPlain: true, Text: ['-', ..] } => "a hyphen needs a space after it",
        Scalar text when example.Length == 0 => $"write [{Problem.Short(text.Text)}]",
        _ => $"write {(example.Length > 0 ? example : "[a, b]")}",
    };

    /// <summary>What to do about a text that is no number: a colon and the advice, or nothing.</summary>
    /// <param name="scalar">The text.</param>
    /// <param name="isWhole">Whether the number is to be a whole one, so that a comma can only be one between thousands.</param>
    public static string InNumber(Scalar scalar, bool isWhole)
    {
        var text = scalar.Text.Replace('\u2212', '-').Replace('\u2013', '-');
        if (!scalar.IsPlain)
            return ValueReader.NumberText().IsMatch(text) ? ": write it without quotes" : "";
        if (Thousands().IsMatch(text) && (isWhole || text.Contains('_', StringComparison.Ordinal)))
            return $": write {Problem.Short(text.Replace(",", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal))}";
        if (Comma().IsMatch(text))
            return $": the decimal separator is a point, so write {Problem.Short(text.Replace(',', '.'))}";
        if (Percentage().Match(text) is { Success: true } percent && double.TryParse(percent.Groups[1].ValueSpan, NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            return string.Create(CultureInfo.InvariantCulture, $": per cent? Write {value / 100}");
        if (Comment().IsMatch(text))
            return ": a comment needs a space before its #";
        if (Measured().Match(text) is { Success: true } measured)
            return $": write the number alone, {Problem.Short(measured.Groups[1].Value)}";
        return text != scalar.Text && ValueReader.NumberText().IsMatch(text) ? $": its sign is a dash, so write {Problem.Short(text)}" : "";
    }

    /// <summary>What to do about a text that is neither true nor false: a colon and the advice, or nothing.</summary>
    public static string InBoolean(Scalar scalar) => scalar.Text.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" or "y" => ": write true",
        "false" or "no" or "off" or "0" or "n" => ": write false",
        _ => "",
    };

    private static string Spaced(Match pair) => $"a colon needs a space after it: write {Written(pair)}";

    private static string Written(Match pair) => $"{Problem.Short(pair.Groups["key"].Value)}: {Problem.Short(pair.Groups["value"].Value)}";

    [GeneratedRegex(@"\A[0-9]+\z")]
    private static partial Regex Digits();

    [GeneratedRegex(@"\A[-+]?[0-9]+\z")]
    private static partial Regex WholeNumber();

    [GeneratedRegex(@"\A[-+]?[1-9][0-9]{0,2}([,_][0-9]{3})+\z")]
    private static partial Regex Thousands();

    [GeneratedRegex(@"\A[-+]?[0-9]*,[0-9]+\z")]
    private static partial Regex Comma();

    [GeneratedRegex(@"\A([-+]?[0-9.]+) ?%\z")]
    private static partial Regex Percentage();

    [GeneratedRegex(@"\A[-+]?[0-9.]+#")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\A([-+]?[0-9]+(?:\.[0-9]+)?) ?[A-Za-z]{2,}\z")]
    private static partial Regex Measured();

    [GeneratedRegex(@"\A(?<key>[A-Za-z_][\w.]*):(?<value>[^\s:]\S*)\z")]
    private static partial Regex CrampedPair();

    [GeneratedRegex(@"\A(?<key>[A-Za-z_][\w.]*) *= *(?<value>\S+)\z")]
    private static partial Regex Equation();
}
