using Agents.Data;

namespace Experiments.Storage;

/// <summary>The type of a column, as Frictionless calls it.</summary>
internal enum FieldType
{
    String,
    Integer,
    Number,
    Boolean,
    DateTime,
}

/// <summary>One column of a table.</summary>
/// <param name="Name">As in the header.</param>
/// <param name="Type">Its type.</param>
/// <param name="Description">What it means.</param>
/// <param name="Unit">Its unit, or empty.</param>
/// <param name="Choices">All values that it can hold, or null.</param>
internal sealed record Field(string Name, FieldType Type, string Description, string Unit = "", IReadOnlyList<string>? Choices = null)
{
    public static FieldType TypeOf(DataType type) => type switch
    {
        DataType.Integer => FieldType.Integer,
        DataType.Boolean => FieldType.Boolean,
        _ => FieldType.Number,
    };
}

/// <summary>A CSV table of a study: its columns and its keys.</summary>
/// <param name="Name">Its name; the file is this name with .csv, and .gz where it is packed.</param>
/// <param name="Description">What a row is.</param>
/// <param name="Key">The columns that together are different in every row.</param>
/// <param name="Parent">The table that the first column of <paramref name="ParentKey"/> refers to, or null.</param>
/// <param name="ParentKey">The column that both tables share, or null.</param>
/// <param name="Fields">All columns in order.</param>
internal sealed record Table(
    string Name, string Description, IReadOnlyList<string> Key, string? Parent, string? ParentKey, IReadOnlyList<Field> Fields)
{
    /// <summary>Ends the name of a packed file.</summary>
    public const string PackedSuffix = ".gz";

    /// <summary>Whether the file is packed with gzip.</summary>
    public bool IsPacked { get; init; }

    public string FileName => Name + ".csv" + (IsPacked ? PackedSuffix : "");
}
