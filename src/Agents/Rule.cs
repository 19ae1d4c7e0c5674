using Agents.Random;

namespace Agents;

/// <summary>
/// What one agent does in one step of the schedule, as a small readonly struct that holds the columns and parameters
/// it needs. It reads committed state and writes only its own row, or makes a claim. Where the struct is partial, the generator
/// writes its other forms from this text.
/// </summary>
/// <typeparam name="TPopulation">The population whose agents it is for.</typeparam>
public interface IRule<TPopulation>
    where TPopulation : Population
{
    /// <summary>True when the rule has a block form in <see cref="Step(Block{TPopulation})"/>.</summary>
    static virtual bool HasBlockForm => false;

    /// <summary>What this agent does.</summary>
    void Step(Agent<TPopulation> me);

    /// <summary>
    /// The same for a block of agents at once, bit for bit but for sign and payload of what is not a number; only called where
    /// <see cref="HasBlockForm"/>.
    /// </summary>
    void Step(Block<TPopulation> block) => throw new NotSupportedException("A rule with HasBlockForm needs a Step over a block.");

    /// <summary>True when the rule has a form for some turns of a sequential regime in <see cref="Step(Turns{TPopulation})"/>.</summary>
    static virtual bool TakesTurns => false;

    /// <summary>
    /// The same for agents who act one after another, bit for bit: each turn sees what those before it did. Only called
    /// where <see cref="TakesTurns"/>, and in closed populations.
    /// </summary>
    void Step(Turns<TPopulation> turns) => throw new NotSupportedException("A rule with TakesTurns needs a Step over turns.");
}

/// <summary>
/// One agent, seen from a rule. A population adds the names of its columns by an extension block, so that a rule reads
/// <c>me.Grievance</c> and writes <c>me.Next.Stance = ...</c>.
/// </summary>
public readonly ref struct Agent<TPopulation>
    where TPopulation : Population
{
    internal Agent(TPopulation population, int row, uint moment) => (Population, Row, Moment) = (population, row, moment);

    /// <summary>The population that the agent belongs to.</summary>
    public TPopulation Population { get; }

    /// <summary>The agent's row in its population's columns; it can change at commit when agents die.</summary>
    public int Row { get; }

    /// <summary>The tick, or in a random-sequential regime the number of the activation: the second counter word.</summary>
    public uint Moment { get; }

    /// <summary>The agent's number, unique in the model and never reused.</summary>
    public uint Id => Population.Ids[Row];

    /// <summary>The agent's pending row.</summary>
    public Pending<TPopulation> Next => new(Population, Row);

    /// <summary>
    /// This agent's draws for a purpose at this moment. The same call gives the same draws again: take it once.
    /// </summary>
    public Draws Draws(Purpose purpose) => new(Population.Model.Seed, Id, Moment, purpose);

    /// <summary>Ends the agent's life, at commit or, in turns, at once.</summary>
    /// <exception cref="InvalidOperationException">The population is closed.</exception>
    public void Die() => Population.Die(Row);

    /// <summary>
    /// Bears a child that starts as a copy of the agent's pending row, at commit or, in turns, at once; the
    /// child is <see cref="Population.Newborn"/> after <see cref="Model.CommitLives"/>. In turns columns may move to make room: a
    /// <c>ref</c> or a span into one that was taken before is stale afterwards.
    /// </summary>
    /// <returns>In turns the child's row; in a synchronous regime -1, for it has none before the commit.</returns>
    /// <exception cref="InvalidOperationException">The population is closed, or it is the 65,536th child before a commit.</exception>
    public int Bear()
    {
        var born = Population.BearOf(Row);
        return born.Count > 0 ? born.From : -1;
    }

    /// <summary>Bears several children at once, each as <see cref="Bear()"/> does.</summary>
    /// <param name="count">Their number, 0 or more.</param>
    /// <returns>In turns the children's rows; in a synchronous regime none.</returns>
    /// <inheritdoc cref="Bear()"/>
    public Rows Bear(int count) => Population.BearOf(Row, count);
}

/// <summary>The pending row of one agent; populations add their columns by an extension block.</summary>
public readonly ref struct Pending<TPopulation>
    where TPopulation : Population
{
    internal Pending(TPopulation population, int row) => (Population, Row) = (population, row);

    /// <summary>The population that the agent belongs to.</summary>
    public TPopulation Population { get; }

    /// <summary>The agent's row.</summary>
    public int Row { get; }
}

/// <summary>A run of neighbouring rows, such as all agents of one kind.</summary>
/// <param name="From">First row.</param>
/// <param name="To">One past the last row.</param>
public readonly record struct Rows(int From, int To)
{
    /// <summary>Number of rows.</summary>
    public int Count => To - From;
}

/// <summary>One agent's part of a sum over a population.</summary>
public interface ITerm<TPopulation>
    where TPopulation : Population
{
    /// <summary>The part of this agent.</summary>
    double Of(Agent<TPopulation> me);
}
