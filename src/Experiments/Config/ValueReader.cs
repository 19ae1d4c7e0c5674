using System.Globalization;
using System.Text.RegularExpressions;

namespace Experiments.Config;

/// <summary>Gives nodes a type. What does not fit is noted as a problem, and the reading goes on.</summary>
/// <param name="whole">Where the whole config stands: the place of what it lacks.</param>
internal sealed partial class ValueReader(Place whole = default)
{
    /// <summary>Problems, and notes, that are told one by one; of more than that only the number.</summary>
    public const int MostTold = 100;

    /// <summary>Most entries of a list or a map, unless it says otherwise: a config is written by hand, and what is longer is a file.</summary>
    public const int MostEntries = 10_000;

    private readonly List<Problem> problems = [];
    private readonly List<string> notes = [];
    private int untoldProblems;
    private int untoldNotes;

    /// <summary>What is not wrong, but may not be expected.</summary>
    public IReadOnlyList<string> Notes => untoldNotes == 0 ? notes : [.. notes, Text($"and {untoldNotes} more notes")];

    /// <summary>Adds to <see cref="Notes"/>.</summary>
    public void Note(string note)
    {
        if (notes.Count < MostTold)
            notes.Add(note);
        else
            untoldNotes++;
    }

    /// <summary>Notes a problem.</summary>
    public void Add(Place place, string key, string message) => Add(place, key, () => message);

    /// <summary>Notes a problem whose message takes a search, which is spared where it is not told.</summary>
    public void Add(Place place, string key, Func<string> message)
    {
        if (problems.Count < MostTold)
            problems.Add((place == default ? whole : place).Problem(key, message()));
        else
            untoldProblems++;
    }

    /// <summary>True while nothing was wrong.</summary>
    public bool IsSound => problems.Count == 0;

    /// <summary>Ends the reading if anything was wrong.</summary>
    /// <exception cref="ConfigException">With all problems so far.</exception>
    public void ThrowIfAny()
    {
        if (untoldProblems > 0)
            throw new ConfigException([.. problems, new Problem(whole.Source ?? problems[0].Source, 0, 0, "", Text($"and {untoldProblems} more problems, which are told once some of these are mended"))]);
        if (problems.Count > 0)
            throw new ConfigException(problems);
    }

    /// <summary>A map; an empty value is an empty map; null after a problem.</summary>
    /// <param name="node">What stands there.</param>
    /// <param name="key">Its full key.</param>
    /// <param name="example">A map as it could be there, for the message.</param>
    public Mapping? Map(Node? node, string key, string example = "key: value")
    {
        switch (node)
        {
            case null or Scalar { IsEmpty: true }:
                return new Mapping(node?.Place ?? default, []);
            case Mapping map:
                return IsFew(map, map.Entries.Count, key, MostEntries) ? map : null;
            default:
                Add(node.Place, key, $"{node.Kind} is not a map of keys to values: {Slip.InMap(node, example)}");
                return null;
        }
    }

    /// <summary>The items of a list; an empty value is an empty list.</summary>
    /// <param name="node">What stands there.</param>
    /// <param name="key">Its full key.</param>
    /// <param name="example">A list as it could be there, for the message; without it, one that holds what stands there.</param>
    /// <param name="most">Most items that it may have.</param>
    public IReadOnlyList<Node> List(Node? node, string key, string example = "", int most = MostEntries)
    {
        if (node is Sequence list)
            return IsFew(list, list.Items.Count, key, most) ? list.Items : [];
        if (node is not (null or Scalar { IsEmpty: true }))
            Add(node.Place, key, $"{node.Kind} is not a list: {Slip.InList(node, example)}");
        return [];
    }

    private bool IsFew(Node node, int count, string key, int most)
    {
        if (count > most)
            Add(node.Place, key, Text($"{count} entries are more than are read here: at most {most}"));
        return count <= most;
    }

    /// <summary>Notes every key of a map that is not one of these.</summary>
    public void RefuseOthers(Mapping map, string prefix, params string[] known) => RefuseOthers(map, prefix, known, _ => null);

    /// <summary>The same, where some keys are known to belong elsewhere.</summary>
    /// <param name="map">The map.</param>
    /// <param name="prefix">Its full key and a point.</param>
    /// <param name="known">The keys that it may have.</param>
    /// <param name="belonging">Says of an entry with another key where it belongs, or null.</param>
    public void RefuseOthers(Mapping map, string prefix, string[] known, Func<Entry, string?> belonging)
    {
        foreach (var entry in map.Entries.Where(entry => !known.Contains(entry.Key)))
        {
            Add(entry.KeyPlace, prefix + entry.Key, () => Slip.InKey(map, entry) ?? belonging(entry)
                ?? $"unknown key{Spelling.Hint(entry.Key, known)}; the keys here are {string.Join(", ", known)}");
        }
    }

    /// <summary>A word, or null after a problem.</summary>
    public string? Word(Node node, string key)
    {
        if (node is Scalar { IsEmpty: false } word)
            return word.Text;
        Add(node.Place, key, $"{node.Kind} is not a name");
        return null;
    }

    /// <summary>A whole number in a range, or null after a problem.</summary>
    public int? Integer(Node node, string key, int min, int max)
    {
        var (number, complaint) = node is Scalar scalar ? ParseInteger(scalar) : (0, $"{node.Kind} is not an integer");
        if (complaint is null && (number < min || number > max))
            complaint = $"{number.ToString(CultureInfo.InvariantCulture)} is out of range";
        if (complaint is null)
            return (int)number;
        Add(node.Place, key, FormattableString.Invariant($"{complaint}; allowed is an integer from {min} to {max}"));
        return null;
    }

    /// <summary>A finite number, or null after a problem.</summary>
    public double? Number(Node node, string key) => Number(node, key, _ => true, "a finite number");

    /// <summary>A number that will do, or null after a problem.</summary>
    /// <param name="node">What stands there.</param>
    /// <param name="key">Its full key.</param>
    /// <param name="isAllowed">Whether a number will do.</param>
    /// <param name="allowed">Which numbers do, in words, such as <c>a number more than 0</c>.</param>
    public double? Number(Node node, string key, Func<double, bool> isAllowed, string allowed)
    {
        var (number, complaint) = node is Scalar scalar ? ParseNumber(scalar) : (null, $"{node.Kind} is not a number");
        if (complaint is null && !isAllowed((double)number!))
            complaint = $"{node.Kind} is out of range";
        if (complaint is null)
            return (double)number!;
        Add(node.Place, key, $"{complaint}; allowed is {allowed}");
        return null;
    }

    /// <summary>True or false, or null after a problem.</summary>
    public bool? Boolean(Node node, string key)
    {
        if (node is Scalar { IsPlain: true, Text: "true" or "false" } truth)
            return truth.Text == "true";
        Add(node.Place, key, $"{node.Kind} is not a boolean{(node is Scalar text ? Slip.InBoolean(text) : "")}; allowed is one of true, false");
        return null;
    }

    /// <summary>A value of a parameter (boxed double, int, bool or enumeration), or null after a problem.</summary>
    public object? Value(Node node, string key, Parameter parameter)
    {
        var (value, complaint) = node is Scalar scalar ? Parse(scalar, parameter) : (null, $"{node.Kind} is not a value: what is to vary stands under design, with all its values");
        complaint ??= parameter.RangeComplaint(value!);
        if (complaint is null)
            return value;
        var isRangeNamed = complaint.Contains("allowed is", StringComparison.Ordinal);
        Add(node.Place, key, isRangeNamed ? complaint : $"{complaint}; allowed is {Allowed(parameter)}");
        return null;
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static string Allowed(Parameter parameter)
    {
        var unit = parameter.About.Unit.Length > 0 ? $" ({parameter.About.Unit})" : "";
        if (!parameter.IsNumber)
            return $"one of {parameter.Range}";
        var type = parameter.Type == typeof(int) ? "an integer" : "a finite number";
        return parameter.Range.Length > 0 ? $"{type}, {parameter.Range}{unit}" : type + unit;
    }

    private static (object? Value, string? Complaint) Parse(Scalar scalar, Parameter parameter)
    {
        if (parameter.Type == typeof(int))
        {
            var (number, complaint) = ParseInteger(scalar);
            if (complaint is not null || number is < int.MinValue or > int.MaxValue)
                return (null, complaint ?? $"{scalar.Kind} is out of range");
            return ((int)number, null);
        }
        if (parameter.Type == typeof(double))
            return ParseNumber(scalar);
        if (parameter.Type == typeof(bool))
            return scalar is { IsPlain: true, Text: "true" or "false" } ? (scalar.Text == "true", null) : (null, $"{scalar.Kind} is not a boolean{Slip.InBoolean(scalar)}");
        var choice = parameter.Choices.ToList().IndexOf(scalar.Text);
        return choice >= 0
            ? (Enum.Parse(parameter.Type, Enum.GetNames(parameter.Type)[choice]), null)
            : (null, $"{scalar.Kind} is not a choice{Spelling.Hint(scalar.Text, parameter.Choices)}");
    }

    private static (long Number, string? Complaint) ParseInteger(Scalar scalar)
    {
        if (scalar.IsPlain && IntegerText().IsMatch(scalar.Text))
        {
            return long.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
                ? (number, null)
                : (0, $"{scalar.Kind} is out of range");
        }
        var isWhole = scalar.IsPlain && NumberText().IsMatch(scalar.Text) && double.IsInteger(double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture));
        return (0, $"{scalar.Kind} is not an integer{(isWhole ? ": write it without a point or an exponent" : Slip.InNumber(scalar, isWhole: true))}");
    }

    private static (object? Value, string? Complaint) ParseNumber(Scalar scalar)
    {
        if (!scalar.IsPlain || !NumberText().IsMatch(scalar.Text))
            return (null, $"{scalar.Kind} is not a number{Slip.InNumber(scalar, isWhole: false)}");
        var number = double.Parse(scalar.Text, NumberStyles.Float, CultureInfo.InvariantCulture);
        // -0 and 0 are one value, and the resolved config is to be one text.
        return double.IsFinite(number) ? (number + 0.0, null) : (null, $"{scalar.Kind} is too large to be a finite number");
    }

    [GeneratedRegex(@"\A[-+]?(0|[1-9][0-9]*)\z")]
    private static partial Regex IntegerText();

    [GeneratedRegex(@"\A[-+]?([0-9]+(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?\z")]
    internal static partial Regex NumberText();
}
