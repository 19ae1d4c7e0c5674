using Microsoft.CodeAnalysis;

namespace Agents.Generators;

/// <summary>What the surface generator tells a modeller: ABM040 to ABM059.</summary>
internal static class SurfaceDiagnostics
{
    /// <summary>A type into which nothing can be written.</summary>
    public static readonly DiagnosticDescriptor NotPartial = Error(
        "ABM040", "A type is not partial", "'{0}' is not partial, so that {1} cannot be written into it: declare it partial");

    /// <summary>A partial property of a population that is no column.</summary>
    public static readonly DiagnosticDescriptor NoColumn = Error(
        "ABM041", "A partial property is no column", "'{0}' is a partial property of a population, but its type {1} is no column: make it a Trait, State, Private or Scratch, or write its getter");

    /// <summary>A column that has a setter, no getter or no agent.</summary>
    public static readonly DiagnosticDescriptor NoGetterAlone = Error(
        "ABM042", "A column has more than a getter", "The column '{0}' needs a getter alone, and no 'static': public partial {1} {0} {{ get; }}");

    /// <summary>A type of which no other part can be written.</summary>
    public static readonly DiagnosticDescriptor CannotBeContinued = Error(
        "ABM043", "A type can have no written part", "'{0}' {1}, so that {2} cannot be written into it: take that away, or write them by hand");

    /// <summary>A population that its views could not name.</summary>
    public static readonly DiagnosticDescriptor HasNoViews = Warning(
        "ABM044", "A population is too private for views", "'{0}' is private, so that nothing outside can name it and me.{1} cannot be written: make it internal or public");

    /// <summary>A column that a member of every agent hides.</summary>
    public static readonly DiagnosticDescriptor NameIsTaken = Warning(
        "ABM045", "A column's name is taken", "me.{0} means the {0} of every agent, so that the column '{0}' is only reached by me.Population.{0}[me.Row]: choose another name");

    /// <summary>A method that cannot be run as a rule.</summary>
    public static readonly DiagnosticDescriptor NoRule = Error(
        "ABM046", "A method is no rule", "'{0}' cannot be a rule: a rule is a method 'void {0}(Agent<P> me)' without type parameters, where P is a population");

    /// <summary>An attribute of models on another class.</summary>
    public static readonly DiagnosticDescriptor NoModel = Error(
        "ABM047", "A class is no model", "'{0}' does not derive from Agents.Model, so that {1} means nothing there: let it derive from Model, or take {1} away");

    /// <summary>A model that a study cannot make.</summary>
    public static readonly DiagnosticDescriptor NoMaker = Error(
        "ABM048", "A study cannot make the model", "'{0}' has no constructor '(TParameters parameters, Seed seed)', where TParameters is a class that can be made without arguments: a study makes the model by it");

    /// <summary>Parameters that do not say how many agents they ask for.</summary>
    public static readonly DiagnosticDescriptor NoHeadcount = Error(
        "ABM049", "A study cannot know the number of agents", "'{0}' has no property 'Agents': give it one, int or long, that says how many agents these parameters ask for");

    /// <summary>A member whose value no table can hold.</summary>
    public static readonly DiagnosticDescriptor NoMeasure = Error(
        "ABM050", "A member cannot be measured", "'{0}' cannot be measured: a measure is a column of a population, or a model's property or method without parameters, whose values are numbers or booleans");

    private static DiagnosticDescriptor Error(string id, string title, string message) => New(id, title, message, DiagnosticSeverity.Error);

    private static DiagnosticDescriptor Warning(string id, string title, string message) => New(id, title, message, DiagnosticSeverity.Warning);

    private static DiagnosticDescriptor New(string id, string title, string message, DiagnosticSeverity severity) =>
        new(id, title, message, "Surface", severity, isEnabledByDefault: true);
}
