using System.Diagnostics;
using System.Globalization;
using System.Runtime.CompilerServices;
using Agents.Random;

namespace Agents;

/// <summary>
/// A model: populations, the spaces they live in, and <see cref="Step"/>, the process overview of one tick. The
/// constructor of a derived class makes the initial state.
/// </summary>
public abstract partial class Model
{
    /// <summary>The id under which the model itself draws.</summary>
    public const uint ModelId = uint.MaxValue;

    /// <summary>Rows from which on a rule is spread over threads; below it the hand-over costs more than it saves.</summary>
    internal const int ParallelRows = 4 * Population.BlockSize;

    private readonly List<Population> populations = [];
    private double[] partialSums = [];
    private Serial ids = new("agents, the dead included,");

    /// <summary>Makes a model whose draws are keyed by a seed.</summary>
    protected Model(Seed seed) => Seed = seed;

    /// <summary>The key of all draws of this run.</summary>
    public Seed Seed { get; }

    /// <summary>Number of steps made so far; during a step, its index from 0.</summary>
    public int Tick { get; private set; }

    /// <summary>The populations in the order in which they were made.</summary>
    public IReadOnlyList<Population> Populations => populations;

    /// <summary>What has happened so far.</summary>
    public EventLog Events { get; } = new();

    /// <summary>True once the model's own stop rule holds; no further step is made.</summary>
    public virtual bool IsFinished => false;

    /// <summary>Threads over which the blocks of a synchronous rule are spread; null for a plain loop. Never changes results.</summary>
    public Workers? Workers { get; set; }

    /// <summary>
    /// False runs every rule one agent at a time, as it is written; so it is under a debugger, whose breakpoints stand in the
    /// rule's text. Never changes results.
    /// </summary>
    public bool UsesBlockForms { get; set; } = !Debugger.IsAttached;

    /// <summary>True while a synchronous rule runs: agents decide together, and none sees what another does.</summary>
    internal bool IsTogether { get; private set; }

    /// <summary>Makes one step.</summary>
    /// <exception cref="InvalidOperationException">The model has finished.</exception>
    public void Advance()
    {
        if (IsFinished)
            throw new InvalidOperationException($"The model has finished at tick {Tick}.");
        Step();
        Tick++;
    }

    /// <summary>How the run ended, seen at its last tick. Only what writes tables calls it; no rule may.</summary>
    public virtual Outcome Classify() => new("", Tick, !IsFinished);

    /// <summary>
    /// Told once, before the first step, where files have overwritten columns or links of the initial state: brings up to date
    /// what follows from them.
    /// </summary>
    /// <returns>What is wrong with what was filled, or null.</returns>
    public virtual string? AfterFilling() => null;

    /// <summary>The model's own draws for a purpose at this tick. The same call gives the same draws again: take it once.</summary>
    public Draws Draws(Purpose purpose) => new(Seed, ModelId, (uint)Tick, purpose);

    /// <summary>An agent's draws for a purpose at this tick, for what is not a rule.</summary>
    public Draws Draws(uint agent, Purpose purpose) => new(Seed, agent, (uint)Tick, purpose);

    /// <summary>The process overview of one tick.</summary>
    protected abstract void Step();

    /// <summary>
    /// Hands to a checkpoint the state that is neither in a population nor left to the constructor: the model's own
    /// fields, its spaces and claims. The same method writes and reads.
    /// </summary>
    /// <param name="state">Takes each value and gives back the one to keep.</param>
    protected virtual void Persist(Checkpoint state)
    {
    }

    /// <summary>Notes that something happened during this step.</summary>
    /// <param name="name">One of the definition's event kinds.</param>
    /// <param name="subject">Who or what it happened to.</param>
    /// <param name="value">Its size; NaN for none.</param>
    /// <param name="details">Further words.</param>
    /// <exception cref="InvalidOperationException">It is called by a rule that runs on several threads: their order would show.</exception>
    public void Record(string name, string subject = "", double value = double.NaN, string details = "")
    {
        if (Workers is { IsBusy: true })
            throw new InvalidOperationException($"Event '{name}' is recorded by a rule that runs on several threads; record it in Step, from what the rule wrote.");
        Events.Add(Tick + 1, name, subject, value, details);
    }

    /// <summary>Runs a rule over all agents of a population.</summary>
    /// <param name="population">The population.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="regime">The regime of this run, the population's where none is given; what that means for states stands at <see cref="State{T}"/>.</param>
    /// <exception cref="InvalidOperationException">It is called by a rule that runs on several threads, or in turns by a synchronous one of the same agents.</exception>
    protected void Run<TPopulation, TRule>(TPopulation population, TRule rule, Regime? regime = null)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation>
    {
        ArgumentNullException.ThrowIfNull(population);
        Run(population, rule, population.All, regime);
    }

    /// <summary>Runs a rule over some rows of a population.</summary>
    /// <param name="population">The population.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="regime">The regime of this run, the population's where none is given.</param>
    /// <exception cref="ArgumentOutOfRangeException">The population has no such rows, or there is no such regime.</exception>
    /// <exception cref="InvalidOperationException">It is called by a rule that runs on several threads, or in turns by a synchronous one of the same agents.</exception>
    protected void Run<TPopulation, TRule>(TPopulation population, TRule rule, Rows rows, Regime? regime = null)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation>
    {
        RequireRows(population, rows);
        var order = regime ?? population.Regime;
        if (order is < Regime.Synchronous or > Regime.RandomSequential)
            throw new ArgumentOutOfRangeException(nameof(regime), regime, "There is no such regime.");
        if (IsTogether && Workers is { IsBusy: true })
            throw Workers.Busy();
        var (outer, together) = (population.Begin(order), IsTogether);
        IsTogether = order == Regime.Synchronous;
        try
        {
            if (order != Regime.Synchronous)
                RunInTurns(population, rule, rows, order);
            else
                RunTogether(population, rule, rows);
        }
        finally
        {
            IsTogether = together;
            population.End(outer);
        }
    }

    /// <summary>
    /// Runs two rules over all agents, the second after the first. In a synchronous regime both go over a block while its columns
    /// are in the cache, which gives the same bits: a rule reads of others only what is committed. So nothing that the second is
    /// made from may depend on what the first writes, and what one of them records in a space the other does not read.
    /// </summary>
    protected void Run<TPopulation, TFirst, TSecond>(TPopulation population, TFirst first, TSecond second)
        where TPopulation : Population
        where TFirst : struct, IRule<TPopulation>
        where TSecond : struct, IRule<TPopulation>
    {
        ArgumentNullException.ThrowIfNull(population);
        if (population.Regime == Regime.Synchronous)
        {
            Run(population, new InOnePass<TPopulation, TFirst, TSecond>(first, second));
            return;
        }
        Run(population, first);
        Run(population, second);
    }

    /// <summary>Runs three rules over all agents, one after another, and in a synchronous regime in one pass.</summary>
    /// <inheritdoc cref="Run{TPopulation, TFirst, TSecond}(TPopulation, TFirst, TSecond)"/>
    protected void Run<TPopulation, TFirst, TSecond, TThird>(TPopulation population, TFirst first, TSecond second, TThird third)
        where TPopulation : Population
        where TFirst : struct, IRule<TPopulation>
        where TSecond : struct, IRule<TPopulation>
        where TThird : struct, IRule<TPopulation>
    {
        ArgumentNullException.ThrowIfNull(population);
        if (population.Regime == Regime.Synchronous)
        {
            Run(population, new InOnePass<TPopulation, TFirst, TSecond>(first, second), third);
            return;
        }
        Run(population, first);
        Run(population, second);
        Run(population, third);
    }

    /// <summary>Makes pending values the committed ones.</summary>
    protected static void Commit(params ReadOnlySpan<Column> columns)
    {
        foreach (var column in columns)
            column.Commit();
    }

    /// <summary>
    /// Carries out births and deaths: survivors keep their order, the newborn follow in their parents' order with
    /// their parents' columns and ids of their own, and behind them those without a parent.
    /// </summary>
    /// <returns>For each old row its new row, -1 for the dead, so that spaces can follow; valid until the next call.</returns>
    /// <exception cref="InvalidOperationException">The population is closed, or a rule calls it.</exception>
    protected static ReadOnlySpan<int> CommitLives(Population population)
    {
        ArgumentNullException.ThrowIfNull(population);
        return population.CommitLives();
    }

    /// <summary>Adds up a term over agents: by block, then over blocks in order, so that threads do not show.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The population has no such rows.</exception>
    /// <exception cref="InvalidOperationException">It is called by a rule that runs on several threads.</exception>
    protected double Sum<TPopulation, TTerm>(TPopulation population, TTerm term, Rows rows)
        where TPopulation : Population
        where TTerm : struct, ITerm<TPopulation>
    {
        RequireRows(population, rows);
        var blocks = BlockCount(rows);
        var sum = 0.0;
        if (Workers is not { Count: > 1 } crew || rows.Count < ParallelRows)
        {
            for (var block = 0; block < blocks; block++)
                sum += SumOf(population, term, BlockOf(rows, block));
            return sum;
        }
        if (partialSums.Length < blocks)
            partialSums = new double[blocks];
        var job = crew.Reuse<SumJob<TPopulation, TTerm>>();
        job.Set(this, population, term, rows);
        crew.Run(job, blocks);
        for (var block = 0; block < blocks; block++)
            sum += partialSums[block];
        return sum;
    }

    internal void Register(Population population)
    {
        if (populations.Exists(other => other.Name == population.Name))
            throw new ArgumentException($"The model has a population '{population.Name}' already; tables tell them apart by name.", nameof(population));
        populations.Add(population);
    }

    internal uint NewIds(int count) => ids.Take(count);

    /// <summary>By what a checkpoint knows whether it is of this model, made from the same parameters and seed: words and values.</summary>
    internal IEnumerable<(string What, string Value)> Identity =>
    [
        ("class", GetType().FullName ?? ""),
        ("seed", Seed.Value.ToString(CultureInfo.InvariantCulture)),
        ("replication", Seed.Replication.ToString(CultureInfo.InvariantCulture)),
        ("list of populations", string.Join(", ", populations.Select(population => population.Name))),
        .. populations.SelectMany(population => population.Identity),
    ];

    /// <summary>Carries the whole state.</summary>
    internal void PersistAll(Checkpoint state)
    {
        Tick = state.Value(Tick);
        ids.Persist(state);
        passes.Persist(state);
        activations.Persist(state);
        foreach (var population in populations)
            population.Persist(state);
        state.Parts(Events);
        Persist(state);
    }

    // The columns may have room for more rows than there are agents: what lies beyond is nobody.
    private static void RequireRows(Population population, Rows rows)
    {
        if (rows.From < 0 || rows.To > population.Count)
            throw new ArgumentOutOfRangeException(nameof(rows), rows, $"Population '{population.Name}' has {population.Count} rows.");
    }

    // Blocks start at the first of the rows, so that a kind's sums do not depend on where its rows begin.
    private static int BlockCount(Rows rows) => (rows.Count + Population.BlockSize - 1) / Population.BlockSize;

    private static Rows BlockOf(Rows rows, int block)
    {
        var from = rows.From + block * Population.BlockSize;
        return new Rows(from, Math.Min(from + Population.BlockSize, rows.To));
    }

    private void RunTogether<TPopulation, TRule>(TPopulation population, TRule rule, Rows rows)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation>
    {
        if (Workers is not { Count: > 1 } crew || rows.Count < ParallelRows)
        {
            RunBlocks(population, rule, rows);
            return;
        }
        var job = crew.Reuse<RuleJob<TPopulation, TRule>>();
        job.Set(this, population, rule, rows);
        crew.Run(job, BlockCount(rows));
    }

    private void RunBlocks<TPopulation, TRule>(TPopulation population, TRule rule, Rows rows)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation>
    {
        var blocks = BlockCount(rows);
        for (var block = 0; block < blocks; block++)
            RunBlock(population, rule, BlockOf(rows, block));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private void RunBlock<TPopulation, TRule>(TPopulation population, TRule rule, Rows rows)
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation>
    {
        var moment = (uint)Tick;
        var block = new Block<TPopulation>(population, rows.From, rows.To, moment);
        if (TRule.HasBlockForm && UsesBlockForms && !population.HasDead)
            rule.Step(block);
        else
            block.OneByOne(rule, rows.From, rows.To);
    }

    private double SumOf<TPopulation, TTerm>(TPopulation population, TTerm term, Rows rows)
        where TPopulation : Population
        where TTerm : struct, ITerm<TPopulation>
    {
        var sum = 0.0;
        for (var row = rows.From; row < rows.To; row++)
        {
            if (population.IsAlive(row))
                sum += term.Of(new Agent<TPopulation>(population, row, (uint)Tick));
        }
        return sum;
    }

    private sealed class RuleJob<TPopulation, TRule> : Workers.Job
        where TPopulation : Population
        where TRule : struct, IRule<TPopulation>
    {
        private Model model = null!;
        private TPopulation population = null!;
        private TRule rule;
        private Rows rows;

        public void Set(Model model, TPopulation population, TRule rule, Rows rows) =>
            (this.model, this.population, this.rule, this.rows) = (model, population, rule, rows);

        public override void Do(int block) => model.RunBlock(population, rule, BlockOf(rows, block));
    }

    private sealed class SumJob<TPopulation, TTerm> : Workers.Job
        where TPopulation : Population
        where TTerm : struct, ITerm<TPopulation>
    {
        private Model model = null!;
        private TPopulation population = null!;
        private TTerm term;
        private Rows rows;

        public void Set(Model model, TPopulation population, TTerm term, Rows rows) =>
            (this.model, this.population, this.term, this.rows) = (model, population, term, rows);

        public override void Do(int block) => model.partialSums[block] = model.SumOf(population, term, BlockOf(rows, block));
    }
}
