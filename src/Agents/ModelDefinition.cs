using Agents.Data;
using Agents.Spaces;

namespace Agents;

/// <summary>
/// All that a study needs to know of a model without knowing the model: its name, its parameters, what it can report
/// and how to make one. A <see cref="ModelAttribute"/> has it written.
/// </summary>
public abstract record ModelDefinition
{
    /// <summary>The name a config calls it by: lower-case letters, digits and hyphens.</summary>
    public required string Name { get; init; }

    /// <summary>One line: what the model is about.</summary>
    public required string Summary { get; init; }

    /// <summary>The real unit of a tick, singular, such as "week" or "step".</summary>
    public required string TickUnit { get; init; }

    /// <summary>Number of ticks of a run where the config names none.</summary>
    public required int DefaultTicks { get; init; }

    /// <summary>Raised whenever the same config and seed give other results than before.</summary>
    public required int ResultsVersion { get; init; }

    /// <summary>What can be reported of the whole model, in the order of the columns of ticks.csv.</summary>
    public required IReadOnlyList<ModelReporter> ModelReporters { get; init; }

    /// <summary>What can be reported of each agent.</summary>
    public IReadOnlyList<AgentReporter> AgentReporters { get; init; } = [];

    /// <summary>The codes that <see cref="Model.Classify"/> can give; empty where a model has no outcomes.</summary>
    public IReadOnlyList<OutcomeCode> Outcomes { get; init; } = [];

    /// <summary>Outcomes that are often asked for together; empty where a model names none.</summary>
    public IReadOnlyList<OutcomeGroup> OutcomeGroups { get; init; } = [];

    /// <summary>The events that the model can record.</summary>
    public IReadOnlyList<EventKind> Events { get; init; } = [];

    /// <summary>The spells of a run, which have a table of their own; null where a model keeps none.</summary>
    public SpellTable? Spells { get; init; }

    /// <summary>The networks whose links a file may replace before the first step; empty where a model names none.</summary>
    public IReadOnlyList<NamedNetwork> Networks { get; init; } = [];

    /// <summary>The statements that the model plays, each with its switch; empty where a model names none.</summary>
    public IReadOnlyList<Mechanism> Mechanisms { get; init; } = [];

    /// <summary>How the statements and levers are seen, which <c>abm claims</c> plays; null where the model does not say.</summary>
    public DemonstrationStudy? Demonstrations { get; init; }

    /// <summary>Tells how a run came to its outcome, from its events: lines of Markdown; none where a model has no story to tell.</summary>
    public Func<Outcome, IReadOnlyList<Event>, IEnumerable<string>> Story { get; init; } = (_, _) => [];

    /// <summary>The model's class, from whose populations and other holders of state its state variables are described; null where they are not.</summary>
    public Type? ModelType { get; init; }

    /// <summary>The study that <c>abm init</c> writes; null for one of the defaults.</summary>
    public StarterStudy? Starter { get; init; }

    /// <summary>Makes a parameter object with the defaults.</summary>
    public abstract object NewParameters();

    /// <summary>Makes the model in its initial state (tick 0). It reads <paramref name="parameters"/> anew at every tick.</summary>
    public abstract Model Create(object parameters, Seed seed);

    /// <summary>What is wrong with this combination of parameters, or null; ranges are checked before.</summary>
    public abstract string? Complaint(object parameters);

    /// <summary>What a modeller may not expect of a run, though nothing is wrong, one sentence each.</summary>
    /// <param name="course">Its parameters at the start and, in the order of time, after each change.</param>
    public abstract IEnumerable<string> Warnings(IReadOnlyList<object> course);

    /// <summary>
    /// Memory that a run takes for each agent, links and the model's own tables included, bytes: a run that cannot fit is
    /// refused before it begins. 0 says nothing, so that nothing is refused.
    /// </summary>
    public int BytesPerAgent { get; init; }

    /// <summary>The number of agents of a run with these parameters.</summary>
    public abstract long CountAgents(object parameters);
}

/// <summary>The definition of a model whose parameters are a <typeparamref name="TParameters"/>.</summary>
public sealed record ModelDefinition<TParameters> : ModelDefinition
    where TParameters : class, new()
{
    /// <summary>Makes the model in its initial state.</summary>
    public required Func<TParameters, Seed, Model> Make { get; init; }

    /// <summary>The number of agents that the parameters ask for.</summary>
    public required Func<TParameters, long> Agents { get; init; }

    /// <summary>Says what is wrong with a combination of parameters, naming their keys, or null.</summary>
    public Func<TParameters, string?> Check { get; init; } = _ => null;

    /// <summary>Says what a modeller may not expect of a run with these parameters at its start and after each change, naming their keys.</summary>
    public Func<IReadOnlyList<TParameters>, IEnumerable<string>> Warn { get; init; } = _ => [];

    /// <inheritdoc/>
    public override object NewParameters() => new TParameters();

    /// <inheritdoc/>
    public override Model Create(object parameters, Seed seed) => Make((TParameters)parameters, seed);

    /// <inheritdoc/>
    public override string? Complaint(object parameters) => Check((TParameters)parameters);

    /// <inheritdoc/>
    public override IEnumerable<string> Warnings(IReadOnlyList<object> course) => Warn([.. course.Cast<TParameters>()]);

    /// <inheritdoc/>
    public override long CountAgents(object parameters) => Agents((TParameters)parameters);
}

/// <summary>One way a run can end.</summary>
/// <param name="Code">snake_case.</param>
/// <param name="Meaning">When a run gets it.</param>
public sealed record OutcomeCode(string Code, string Meaning);

/// <summary>Outcomes under one word, which can stand wherever an outcome can.</summary>
/// <param name="Name">snake_case, and no outcome's code.</param>
/// <param name="Meaning">What they have in common.</param>
/// <param name="Codes">Codes of <see cref="ModelDefinition.Outcomes"/>, one or more.</param>
public sealed record OutcomeGroup(string Name, string Meaning, IReadOnlyList<string> Codes);

/// <summary>One kind of event that a model records.</summary>
/// <param name="Name">snake_case.</param>
/// <param name="Meaning">What happened, and what subject and value hold.</param>
public sealed record EventKind(string Name, string Meaning)
{
    /// <summary>The subjects that it can have, so that no config asks for another; none where they are no fixed few.</summary>
    public IReadOnlyList<string> Subjects { get; init; } = [];
}

/// <summary>A network of a model that configs know by name.</summary>
/// <param name="Name">snake_case.</param>
/// <param name="Meaning">What a link means.</param>
/// <param name="Links">The network of a model of the definition's class.</param>
/// <param name="Nodes">The population whose rows are its nodes.</param>
public sealed record NamedNetwork(string Name, string Meaning, Func<Model, Network> Links, Func<Model, Population> Nodes)
{
    /// <summary>The links' weights in a model of the definition's class, which a file's column of that name fills; null where links have none.</summary>
    public Func<Model, LinkColumn>? Weights { get; init; }

    /// <summary>A network of a class of models whose links have weights.</summary>
    public static NamedNetwork Of<TModel>(string name, string meaning, Func<TModel, Network> links, Func<TModel, Population> nodes, Func<TModel, LinkColumn> weights)
        where TModel : Model => Of(name, meaning, links, nodes) with { Weights = model => weights((TModel)model) };

    /// <summary>A network of a class of models.</summary>
    public static NamedNetwork Of<TModel>(string name, string meaning, Func<TModel, Network> links, Func<TModel, Population> nodes)
        where TModel : Model => new(name, meaning, model => links((TModel)model), model => nodes((TModel)model));
}

/// <summary>How a run ended.</summary>
/// <param name="Code">One of <see cref="ModelDefinition.Outcomes"/>, or empty for a model without outcomes.</param>
/// <param name="Tick">The row of ticks at which it was settled.</param>
/// <param name="Censored">True when nothing ended the run before its horizon.</param>
/// <param name="Cause">A finer word than the code, or empty.</param>
public readonly record struct Outcome(string Code, int Tick, bool Censored, string Cause = "");
