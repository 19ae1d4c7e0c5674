namespace Agents.Data;

/// <summary>
/// Spells: the parts of a run that follow one another or overlap, each with a beginning and an end, such as the times of those
/// who held an office. A model keeps them while it runs; a run's rows are written once, at its end, in their order.
/// </summary>
public sealed class SpellTable
{
    private SpellTable(string meaning, Func<Model, IReadOnlyList<object>> read, IReadOnlyList<SpellColumn> columns) =>
        (Meaning, Read, Columns) = (meaning, read, columns);

    /// <summary>What a row is.</summary>
    public string Meaning { get; }

    /// <summary>Reads the spells of a model of the class that the table was made for.</summary>
    public Func<Model, IReadOnlyList<object>> Read { get; }

    /// <summary>Its columns, beside the run and the number of the spell within it, which every such table has.</summary>
    public IReadOnlyList<SpellColumn> Columns { get; }

    /// <summary>The spells of a class of models.</summary>
    /// <param name="meaning">What a row is.</param>
    /// <param name="read">The spells of a run, in their order.</param>
    /// <param name="columns">What is told of each.</param>
    public static SpellTable Of<TModel, TSpell>(string meaning, Func<TModel, IReadOnlyList<TSpell>> read, params IReadOnlyList<SpellColumn> columns)
        where TModel : Model
        where TSpell : class => new(meaning, model => read((TModel)model), columns);
}

/// <summary>A column of a table of spells.</summary>
public sealed class SpellColumn
{
    private SpellColumn(string name, string meaning, string unit, DataType? type, IReadOnlyList<string>? choices, Func<object, double>? number, Func<object, string>? word) =>
        (Name, Meaning, Unit, Type, Choices, ReadNumber, ReadWord) = (name, meaning, unit, type, choices, number, word);

    /// <summary>The column's name, snake_case.</summary>
    public string Name { get; }

    /// <summary>What it means.</summary>
    public string Meaning { get; }

    /// <summary>Its unit; empty for a pure number.</summary>
    public string Unit { get; }

    /// <summary>The type of its numbers; null for words.</summary>
    public DataType? Type { get; }

    /// <summary>The words that it can hold; null for numbers.</summary>
    public IReadOnlyList<string>? Choices { get; }

    /// <summary>Reads the number of a spell, NaN for a missing one; null for words.</summary>
    public Func<object, double>? ReadNumber { get; }

    /// <summary>Reads the word of a spell, empty for a missing one; null for numbers.</summary>
    public Func<object, string>? ReadWord { get; }

    /// <summary>A column of real numbers.</summary>
    public static SpellColumn Number<TSpell>(string name, string meaning, string unit, Func<TSpell, double> read)
        where TSpell : class => new(name, meaning, unit, DataType.Number, null, spell => read((TSpell)spell), null);

    /// <summary>A column of whole numbers.</summary>
    public static SpellColumn Integer<TSpell>(string name, string meaning, string unit, Func<TSpell, long?> read)
        where TSpell : class => new(name, meaning, unit, DataType.Integer, null, spell => read((TSpell)spell) ?? double.NaN, null);

    /// <summary>A column of what is true or false.</summary>
    public static SpellColumn Boolean<TSpell>(string name, string meaning, Func<TSpell, bool> read)
        where TSpell : class => new(name, meaning, "", DataType.Boolean, null, spell => read((TSpell)spell) ? 1 : 0, null);

    /// <summary>A column of words.</summary>
    /// <param name="name">The column's name.</param>
    /// <param name="meaning">What it means.</param>
    /// <param name="choices">All words that it can hold.</param>
    /// <param name="read">Reads one.</param>
    public static SpellColumn Word<TSpell>(string name, string meaning, IReadOnlyList<string> choices, Func<TSpell, string> read)
        where TSpell : class => new(name, meaning, "", null, choices, null, spell => read((TSpell)spell));
}
