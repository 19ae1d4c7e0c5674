using System.Collections.Concurrent;
using Microsoft.CodeAnalysis;

namespace Agents.Generators.Analyzers;

/// <summary>The framework's types as a compilation knows them, and which of its code belongs to models and to rules.</summary>
internal sealed class Framework
{
    private readonly ConcurrentDictionary<INamedTypeSymbol, bool> modelTypes = new(SymbolEqualityComparer.Default);
    private readonly INamedTypeSymbol rule, term, agent, pending, block, turns;

    private Framework(INamedTypeSymbol model, Compilation compilation)
    {
        Model = model;
        Population = Find("Agents.Population");
        (rule, term) = (Find("Agents.IRule`1"), Find("Agents.ITerm`1"));
        (agent, pending, block, turns) = (Find("Agents.Agent`1"), Find("Agents.Pending`1"), Find("Agents.Block`1"), Find("Agents.Turns`1"));
        (State, Trait, Private, Scratch) = (Find("Agents.State`1"), Find("Agents.Trait`1"), Find("Agents.Private`1"), Find("Agents.Scratch`1"));
        (Draws, Purpose) = (Find("Agents.Random.Draws"), Find("Agents.Random.Purpose"));
        Regimes = new Regimes(Population, compilation);

        INamedTypeSymbol Find(string name) => model.ContainingAssembly.GetTypeByMetadataName(name) ?? compilation.ObjectType;
    }

    public INamedTypeSymbol Model { get; }

    public INamedTypeSymbol Population { get; }

    public INamedTypeSymbol State { get; }

    public INamedTypeSymbol Trait { get; }

    public INamedTypeSymbol Private { get; }

    public INamedTypeSymbol Scratch { get; }

    public INamedTypeSymbol Draws { get; }

    public INamedTypeSymbol Purpose { get; }

    /// <summary>What is known of the populations' regimes.</summary>
    public Regimes Regimes { get; }

    /// <summary>The framework that a compilation refers to; null where it refers to none, and in the framework itself.</summary>
    public static Framework? In(Compilation compilation) =>
        compilation.GetTypeByMetadataName("Agents.Model") is { } model && !Is(model.ContainingAssembly, compilation.Assembly) ? new Framework(model, compilation) : null;

    /// <summary>Whether two symbols are one.</summary>
    public static bool Is(ISymbol? one, ISymbol? other) => SymbolEqualityComparer.Default.Equals(one, other);

    /// <summary>Whether a type is, with whatever arguments, one of the framework's.</summary>
    public static bool IsOf(ITypeSymbol? type, INamedTypeSymbol definition) => type is INamedTypeSymbol && Is(type.OriginalDefinition, definition);

    /// <summary>Whether a type is an agent.</summary>
    public bool IsAgent(ITypeSymbol? type) => IsOf(type, agent);

    /// <summary>Whether a type is an agent's pending row.</summary>
    public bool IsPending(ITypeSymbol? type) => IsOf(type, pending);

    /// <summary>Whether a type is a column with rows.</summary>
    public bool IsColumn(ITypeSymbol? type) => IsOf(type, State) || IsOf(type, Private) || IsOf(type, Scratch) || IsOf(type, Trait);

    /// <summary>Whether a type is a model, a population, a rule or a term.</summary>
    public bool IsModelType(INamedTypeSymbol type) =>
        modelTypes.GetOrAdd(type, one => DerivesFrom(one, Model) || DerivesFrom(one, Population) || IsRuleType(one));

    /// <summary>Whether what stands in a member feeds a model: it is in one of its types, or is called with an agent.</summary>
    public bool IsModelCode(ISymbol member)
    {
        for (var type = member.ContainingType; type is not null; type = type.ContainingType)
        {
            if (IsModelType(type))
                return true;
        }
        return member is IMethodSymbol method && ParameterOf(method) is not null;
    }

    /// <summary>
    /// The population whose agents a member is run for: it takes one of them, as a rule written as a method does, or its type is a
    /// rule. Null where it is not run agent by agent; constructors are not.
    /// </summary>
    public ITypeSymbol? RuleOf(ISymbol member)
    {
        if (member is not IMethodSymbol method || method.MethodKind is MethodKind.Constructor or MethodKind.StaticConstructor)
            return null;
        if (ParameterOf(method) is { } parameter)
            return ((INamedTypeSymbol)parameter.Type).TypeArguments[0];
        var contract = method.ContainingType.AllInterfaces.FirstOrDefault(one => IsOf(one, rule) || IsOf(one, term));
        return contract?.TypeArguments[0];
    }

    /// <summary>Whether a member has one agent to act for, so that a row is its own or another's.</summary>
    public bool HasSelf(ISymbol member) => member is IMethodSymbol method && IsAgent(ParameterOf(method)?.Type);

    /// <summary>Whether a type is a given one or derives from it.</summary>
    public static bool DerivesFrom(ITypeSymbol? type, INamedTypeSymbol ancestor)
    {
        for (; type is not null; type = type.BaseType)
        {
            if (Is(type.OriginalDefinition, ancestor))
                return true;
        }
        return false;
    }

    /// <summary>Whether a type is a rule or a term.</summary>
    public bool IsRuleType(INamedTypeSymbol type) => type.AllInterfaces.Any(one => IsOf(one, rule) || IsOf(one, term));

    // The members of an extension block are run for the agent that the block extends.
    private IParameterSymbol? ParameterOf(IMethodSymbol method) =>
        method.Parameters.FirstOrDefault(one => IsOfRows(one.Type)) is { } own ? own
        : method.ContainingType?.ExtensionParameter is { } extended && IsOfRows(extended.Type) ? extended
        : null;

    private bool IsOfRows(ITypeSymbol type) => IsAgent(type) || IsPending(type) || IsOf(type, block) || IsOf(type, turns);
}
