namespace Agents.Data;

/// <summary>The type of a reported value, as the tables declare it.</summary>
public enum DataType
{
    /// <summary>A real number; NaN is written as a missing value.</summary>
    Number,

    /// <summary>A whole number up to 2^53.</summary>
    Integer,

    /// <summary>0 or 1, written FALSE or TRUE.</summary>
    Boolean,
}

/// <summary>A value of the whole model, read after each step.</summary>
public sealed class ModelReporter
{
    private ModelReporter(string name, string meaning, string unit, DataType type, Func<Model, double> read) =>
        (Name, Meaning, Unit, Type, Read) = (name, meaning, unit, type, read);

    /// <summary>The column's name, snake_case.</summary>
    public string Name { get; }

    /// <summary>What it means.</summary>
    public string Meaning { get; }

    /// <summary>Its unit; empty for a pure number.</summary>
    public string Unit { get; }

    /// <summary>The column's type.</summary>
    public DataType Type { get; }

    /// <summary>Reads the value of a model of the class that the reporter was made for.</summary>
    public Func<Model, double> Read { get; }

    /// <summary>A reporter of a real number.</summary>
    public static ModelReporter Number<TModel>(string name, string meaning, string unit, Func<TModel, double> read)
        where TModel : Model => new(name, meaning, unit, DataType.Number, model => read((TModel)model));

    /// <summary>A reporter of a whole number.</summary>
    public static ModelReporter Integer<TModel>(string name, string meaning, string unit, Func<TModel, long> read)
        where TModel : Model => new(name, meaning, unit, DataType.Integer, model => read((TModel)model));

    /// <summary>A reporter of what is true or false.</summary>
    public static ModelReporter Boolean<TModel>(string name, string meaning, Func<TModel, bool> read)
        where TModel : Model => new(name, meaning, "", DataType.Boolean, model => read((TModel)model) ? 1 : 0);
}

/// <summary>A column of a population, reported agent by agent.</summary>
public sealed class AgentReporter
{
    private AgentReporter(string name, string meaning, string unit, DataType type, Func<Model, Population> population, Func<Model, int, double> read) =>
        (Name, Meaning, Unit, Type, Population, Read) = (name, meaning, unit, type, population, read);

    /// <summary>The column's name, snake_case. Reporters of several populations may share one.</summary>
    public string Name { get; }

    /// <summary>What it means.</summary>
    public string Meaning { get; }

    /// <summary>Its unit; empty for a pure number.</summary>
    public string Unit { get; }

    /// <summary>The column's type.</summary>
    public DataType Type { get; }

    /// <summary>The population whose rows it reads.</summary>
    public Func<Model, Population> Population { get; }

    /// <summary>Reads the value of one row.</summary>
    public Func<Model, int, double> Read { get; }

    /// <summary>A reporter of one column of one population.</summary>
    public static AgentReporter Of<TModel, TPopulation>(
        string name, string meaning, string unit, DataType type, Func<TModel, TPopulation> population, Func<TPopulation, int, double> read)
        where TModel : Model
        where TPopulation : Population =>
        new(name, meaning, unit, type, model => population((TModel)model), (model, row) => read(population((TModel)model), row));
}
