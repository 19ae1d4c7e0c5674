using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Agents;

/// <summary>One state variable of all agents of a population, in row order.</summary>
public abstract class Column
{
    /// <summary>The type of a value.</summary>
    public abstract Type ValueType { get; }

    /// <summary>The committed value of a row as a number: 1 or 0 of a boolean, the number of an enumeration's value.</summary>
    /// <exception cref="NotSupportedException">The values are neither numbers nor booleans nor of an enumeration.</exception>
    public abstract double NumberAt(int row);

    /// <summary>
    /// Gives a row a value that stands as if the initialisation had written and committed it; only before the first step.
    /// </summary>
    /// <param name="row">The row.</param>
    /// <param name="number">The value as <see cref="NumberAt"/> gives it, in the range of the type.</param>
    /// <exception cref="NotSupportedException">The values are neither numbers nor booleans nor of an enumeration.</exception>
    public abstract void Put(int row, double number);

    /// <summary>The committed values as they lie in memory; empty where they mean nothing between ticks.</summary>
    internal abstract ReadOnlySpan<byte> Bytes { get; }

    /// <summary>Kind, type and size of a value, for a checkpoint to compare.</summary>
    internal abstract string Shape { get; }

    /// <summary>Memory that a row takes, its pending value included.</summary>
    internal abstract int BytesPerRow { get; }

    internal abstract void Resize(int capacity);

    /// <summary>Copies rows to others that follow each other; the sources ascend where they overlap with them.</summary>
    internal abstract void Copy(ReadOnlySpan<int> from, int to);

    /// <summary>Gives children what they have of their parents.</summary>
    internal virtual void Inherit(ReadOnlySpan<int> parents, int firstChild) => Copy(parents, firstChild);

    /// <summary>Gives rows what those have who have no parent: 0.</summary>
    internal abstract void Clear(Rows born);

    /// <summary>From now on a state has one value, the pending one.</summary>
    internal virtual void Share()
    {
    }

    /// <summary>From now on a state has a committed value and a pending one, which are the same at first.</summary>
    internal virtual void Divide()
    {
    }

    internal abstract void Commit();

    internal abstract void Persist(Checkpoint state);
}

/// <summary>A column with values of one type.</summary>
public abstract class Column<T> : Column
    where T : unmanaged
{
    private protected T[] rows;

    private protected readonly Population population;

    private protected Column(Population population)
    {
        this.population = population;
        rows = new T[population.Capacity];
    }

    /// <summary>The committed values, in row order.</summary>
    public ReadOnlySpan<T> Values => rows.AsSpan(0, Count);

    /// <summary>Number of rows.</summary>
    public int Count => population.Count;

    /// <summary>The committed value of a row.</summary>
    public ref readonly T this[int row] => ref rows[row];

    /// <inheritdoc/>
    public override Type ValueType => typeof(T);

    internal override ReadOnlySpan<byte> Bytes => MemoryMarshal.AsBytes(Values);

    internal override int BytesPerRow => Unsafe.SizeOf<T>();

    internal override string Shape => $"{GetType().Name} of {typeof(T).Name} in {Unsafe.SizeOf<T>()} bytes";

    /// <inheritdoc/>
    public override double NumberAt(int row) => Numbers<T>.From(rows[row]);

    /// <inheritdoc/>
    public override void Put(int row, double number) => rows[row] = Numbers<T>.To(number);

    /// <summary>
    /// Gives rows a value that stands at once, pending and committed; for the newborn:
    /// <c>people.Age.Fill(people.Newborn, 0)</c>.
    /// </summary>
    /// <param name="among">Some rows.</param>
    /// <param name="value">What each of them gets.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    public virtual void Fill(Rows among, T value) => Part(rows, among).Fill(value);

    /// <summary>Gives rows values that stand at once, pending and committed.</summary>
    /// <param name="among">Some rows.</param>
    /// <param name="values">One for each of them, in their order.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no such rows.</exception>
    /// <exception cref="ArgumentException">There are not as many values as rows.</exception>
    public virtual void Fill(Rows among, ReadOnlySpan<T> values) => Put(rows, among, values);

    internal override void Resize(int capacity) => Array.Resize(ref rows, capacity);

    internal override void Copy(ReadOnlySpan<int> from, int to) => Copy(rows, from, to);

    internal override void Clear(Rows born) => rows.AsSpan(born.From, born.Count).Clear();

    internal override void Commit()
    {
    }

    internal override void Persist(Checkpoint state) => rows = state.Array(rows);

    private protected static void Copy(T[] values, ReadOnlySpan<int> from, int to)
    {
        var copies = values.AsSpan(to, from.Length);
        for (var i = 0; i < copies.Length; i++)
            copies[i] = values[from[i]];
    }

    private protected void Put(T[] buffer, Rows among, ReadOnlySpan<T> values)
    {
        if (values.Length != among.Count)
            throw new ArgumentException($"There are {values.Length} values for {among.Count} rows.", nameof(values));
        values.CopyTo(Part(buffer, among));
    }

    private protected Span<T> Part(T[] buffer, Rows among)
    {
        if (among.From < 0 || among.Count < 0 || among.To > Count)
            throw new ArgumentOutOfRangeException(nameof(among), among, $"Population '{population.Name}' has {Count} rows.");
        return buffer.AsSpan(among.From, among.Count);
    }
}

/// <summary>A state variable that is fixed at birth.</summary>
public sealed class Trait<T> : Column<T>
    where T : unmanaged
{
    internal Trait(Population population)
        : base(population)
    {
    }

    /// <summary>Where the initialisation writes.</summary>
    public Span<T> Initial => rows.AsSpan(0, Count);
}

/// <summary>
/// A state variable that other agents may read. In a synchronous population it is double-buffered: a rule reads the
/// committed value and writes <see cref="Next"/>, which becomes valid at commit and until then starts from the
/// committed value. In a sequential population both are the same storage, so that a change is visible at once.
/// </summary>
/// <remarks>
/// A run in another regime than the population's changes this while it lasts. In turns over a synchronous population a state
/// has one value, that of <see cref="Next"/>: what was pending is seen from the first turn on, every change at once, and all of it is
/// committed when the run ends. In a synchronous run over a sequential population all agents read the state as the run found it;
/// what they write is seen when it ends.
/// </remarks>
public sealed class State<T> : Column<T>
    where T : unmanaged
{
    private T[] next;

    // The second buffer while both are one.
    private T[]? spare;

    internal State(Population population)
        : base(population) => next = population.Regime == Regime.Synchronous ? new T[population.Capacity] : rows;

    /// <summary>Where the initialisation writes; call <see cref="Model.Commit"/> afterwards.</summary>
    public Span<T> Next => next.AsSpan(0, Count);

    /// <inheritdoc/>
    public override void Put(int row, double number)
    {
        base.Put(row, number);
        next[row] = rows[row];
        EndCommit();
    }

    /// <inheritdoc/>
    public override void Fill(Rows among, T value)
    {
        base.Fill(among, value);
        Part(next, among).Fill(value);
        EndCommit();
    }

    /// <inheritdoc/>
    public override void Fill(Rows among, ReadOnlySpan<T> values)
    {
        base.Fill(among, values);
        Put(next, among, values);
        EndCommit();
    }

    internal override int BytesPerRow => ReferenceEquals(rows, next) && spare is null ? base.BytesPerRow : 2 * base.BytesPerRow;

    /// <summary>Number of commits, for those who keep count of changes.</summary>
    internal int Commits { get; private set; }

    /// <summary>The pending value of one row: what <c>Next[row]</c> is, at the price of one array access.</summary>
    public ref T Pending(int row) => ref next[row];

    internal override void Resize(int capacity)
    {
        var isShared = ReferenceEquals(rows, next);
        base.Resize(capacity);
        if (isShared)
            next = rows;
        else
            Array.Resize(ref next, capacity);
    }

    internal override void Copy(ReadOnlySpan<int> from, int to)
    {
        base.Copy(from, to);
        if (!ReferenceEquals(rows, next))
            Copy(next, from, to);
    }

    internal override void Clear(Rows born)
    {
        base.Clear(born);
        next.AsSpan(born.From, born.Count).Clear();
    }

    internal override void Share()
    {
        (spare, rows) = (rows, next);
        EndCommit();
    }

    internal override void Divide()
    {
        next = spare?.Length == rows.Length ? spare : new T[rows.Length];
        spare = null;
        Values.CopyTo(next);
        EndCommit();
    }

    internal override void Commit()
    {
        CommitRows(new Rows(0, Count));
        EndCommit();
    }

    /// <summary>Makes the pending values of some rows the committed ones, for threads that share the work of a commit.</summary>
    internal void CommitRows(Rows part)
    {
        if (!ReferenceEquals(rows, next))
            next.AsSpan(part.From, part.Count).CopyTo(rows.AsSpan(part.From));
    }

    /// <summary>Counts a commit whose rows are all done.</summary>
    internal void EndCommit() => Commits++;

    internal override void Persist(Checkpoint state)
    {
        var isShared = ReferenceEquals(rows, next);
        base.Persist(state);
        next = isShared ? rows : state.Array(next);
        Commits = state.Value(Commits);
    }
}

/// <summary>
/// A state variable that only its own agent reads, written in place: no second buffer. A rule that reads another
/// agent's row of it breaks the determinism contract; use <see cref="State{T}"/> there.
/// </summary>
public sealed class Private<T> : Column<T>
    where T : unmanaged
{
    internal Private(Population population)
        : base(population)
    {
    }

    /// <summary>The value of a row.</summary>
    public new ref T this[int row] => ref rows[row];

    /// <summary>All values, for initialisation and block forms.</summary>
    public Span<T> All => rows.AsSpan(0, Count);
}

/// <summary>
/// A value that one rule leaves for a later rule of the same tick; it means nothing afterwards. A newborn starts with
/// the type's default.
/// </summary>
public sealed class Scratch<T> : Column<T>
    where T : unmanaged
{
    internal Scratch(Population population)
        : base(population)
    {
    }

    /// <summary>The value of a row.</summary>
    public new ref T this[int row] => ref rows[row];

    /// <summary>All values, for block forms.</summary>
    public Span<T> All => rows.AsSpan(0, Count);

    internal override ReadOnlySpan<byte> Bytes => [];

    // A claim that the parent won, say, is not the child's.
    internal override void Inherit(ReadOnlySpan<int> parents, int firstChild) => Clear(new Rows(firstChild, firstChild + parents.Length));
}
