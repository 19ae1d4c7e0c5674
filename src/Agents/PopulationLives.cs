namespace Agents;

/// <content>Births and deaths. In a synchronous run they take effect at <see cref="Model.CommitLives"/>, in turns at once.</content>
public abstract partial class Population
{
    // What a row's life is: over, under way, or over at the next commit of lives.
    private const byte Dead = 0;
    private const byte Alive = 1;
    private const byte Dying = 2;

    private readonly bool isOpen;
    private byte[] lives = [];
    private ushort[] offspring = [];
    private int[] newRows = [];
    private int[] sources = [];

    // Rows at the last commit of lives; those behind were born since.
    private int adults;

    // Births without a parent that wait for the commit of lives, and rows whose agents died at once since the last.
    private int founded;
    private int dead;

    /// <summary>
    /// The rows of those who were born between the last two calls of <see cref="Model.CommitLives"/>, or in it, and live; for
    /// what they do not have of their parents, such as a place, or <see cref="Column{T}.Fill(Rows, T)"/> of a whole column.
    /// </summary>
    public Rows Newborn { get; private set; }

    /// <summary>The last of <see cref="Newborn"/>: those without a parent, for whom <see cref="Bear"/> asked in a synchronous regime.</summary>
    public Rows Newcomers { get; private set; }

    /// <summary>True when agents can be born and die.</summary>
    internal bool IsOpen => isOpen;

    /// <summary>True where some row is that of an agent who died at once: no rule is run for it, in any regime.</summary>
    internal bool HasDead => dead > 0;

    // Births and deaths take effect at the commit of lives: in a synchronous run over whatever population, and by default.
    private bool Waits => Model.IsTogether || (running ?? Regime) == Regime.Synchronous;

    /// <summary>False for an agent that died in turns since the last commit of lives.</summary>
    public bool IsAlive(int row) => !isOpen || lives[row] != Dead;

    /// <summary>
    /// Ends the life of any agent, such as a prey that was won by a claim: in a synchronous regime at
    /// <see cref="Model.CommitLives"/>, until when it acts and is seen; in turns at once: it is not activated again, and its
    /// row goes at that commit. In <see cref="Model.Step"/> the population's own regime says which.
    /// </summary>
    /// <exception cref="InvalidOperationException">The population is closed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row.</exception>
    public void Die(int row)
    {
        RequireRow(row);
        if (lives[row] == Dead)
            return;
        lives[row] = Waits ? Dying : Dead;
        dead += lives[row] == Dead ? 1 : 0;
    }

    /// <summary>
    /// Agents without a parent, such as immigrants: in a synchronous regime at <see cref="Model.CommitLives"/>, behind all
    /// children, as <see cref="Newcomers"/>; in turns at once, in the last rows. All their columns are 0 or false until they are
    /// given something, for instance by <see cref="Column{T}.Fill(Rows, T)"/>. In <see cref="Model.Step"/>, and in
    /// rules of other populations that run in turns, this population's own regime says which; in synchronous rules it is always
    /// at the commit.
    /// </summary>
    /// <param name="count">Their number, 0 or more.</param>
    /// <returns>Their rows; none where they wait for the commit.</returns>
    /// <exception cref="InvalidOperationException">The population is closed.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public Rows Bear(int count)
    {
        RequireOpen();
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!Waits)
            return Append([], count);
        if (Interlocked.Add(ref founded, count) < 0)
            throw new InvalidOperationException($"More than {int.MaxValue} agents without a parent wait in '{Name}' for the next commit of lives.");
        return new Rows(Count, Count);
    }

    /// <summary>
    /// Children of an agent, who start as copies of its pending row: in a synchronous regime at <see cref="Model.CommitLives"/>,
    /// in turns at once, in the last rows.
    /// </summary>
    /// <param name="parent">The parent's row.</param>
    /// <param name="count">Number of children, 0 or more.</param>
    /// <returns>The children's rows; none where they wait for the commit.</returns>
    /// <exception cref="InvalidOperationException">The population is closed, or these are more than 65,535 children before a commit.</exception>
    /// <exception cref="ArgumentOutOfRangeException">There is no such row, or the number is negative.</exception>
    public Rows BearOf(int parent, int count = 1)
    {
        RequireRow(parent);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        if (!Waits)
        {
            Span<int> parents = count <= 64 ? stackalloc int[count] : new int[count];
            parents.Fill(parent);
            return Append(parents, 0);
        }
        if (count > ushort.MaxValue - offspring[parent])
            throw new InvalidOperationException($"Agent {ids[parent]} of '{Name}' bears more than {ushort.MaxValue} children between two commits of lives.");
        offspring[parent] += (ushort)count;
        return new Rows(Count, Count);
    }

    /// <summary>Carries out births and deaths. Survivors keep their order, the newborn follow in their parents' order, the newcomers come last.</summary>
    /// <returns>For each old row, newborn included, its new row, or -1 for the dead; valid until the next call.</returns>
    internal ReadOnlySpan<int> CommitLives()
    {
        RequireOpen();
        if (running != null || Model.IsTogether)
            throw new InvalidOperationException($"The lives of '{Name}' are committed by a rule: rows would move while agents act; commit them in the model's Step.");
        var arrived = founded;
        var children = TakeChildren();
        founded = 0;
        Append(sources.AsSpan(0, children), arrived);
        var rows = Count;
        var grown = Bury();
        Newborn = new Rows(grown, Count);
        Newcomers = new Rows(Count - arrived, Count);
        adults = Count;
        dead = 0;
        return newRows.AsSpan(0, rows);
    }

    /// <summary>Carries ids and lives.</summary>
    private uint[] PersistLives(Checkpoint state, uint[] agents)
    {
        (adults, Newborn) = (state.Value(adults), state.Value(Newborn));
        agents = state.Array(agents);
        (lives, offspring) = (state.Array(lives), state.Array(offspring));
        if (!isOpen)
            return agents;
        (Newcomers, founded) = (state.Value(Newcomers), state.Value(founded));
        dead = lives.AsSpan(0, Count).Count(Dead);
        return agents;
    }

    /// <summary>Puts the parents of all children that wait into <see cref="sources"/>, once for each child.</summary>
    private int TakeChildren()
    {
        var children = 0;
        for (var row = 0; offspring.AsSpan(row, Count - row).IndexOfAnyExcept((ushort)0) is >= 0 and var skipped;)
        {
            row += skipped;
            var count = offspring[row];
            offspring[row] = 0;
            if (sources.Length < children + count)
                Array.Resize(ref sources, Math.Max(children + count, 2 * sources.Length));
            sources.AsSpan(children, count).Fill(row);
            children += count;
        }
        return children;
    }

    /// <summary>Takes the rows of the dead away, column by column.</summary>
    /// <returns>How many adults survive.</returns>
    private int Bury()
    {
        if (newRows.Length < Count)
            newRows = new int[Capacity];
        var states = lives.AsSpan(0, Count);
        var first = states.IndexOfAnyExcept(Alive);
        first = first < 0 ? Count : first;
        for (var row = 0; row < first; row++)
            newRows[row] = row;
        if (sources.Length < Count - first)
            sources = new int[Capacity];
        var survivors = 0;
        for (var row = first; row < states.Length; row++)
        {
            // Written in any case, and written again where the row is a dead one's: no branch that the processor could not foresee.
            var lasts = states[row] & Alive;
            sources[survivors] = row;
            newRows[row] = (first + survivors + 1) * lasts - 1;
            survivors += lasts;
        }
        var kept = sources.AsSpan(0, survivors);
        for (var i = 0; i < survivors; i++)
            ids[first + i] = ids[kept[i]];
        if (first < Count)
        {
            foreach (var column in columns)
                column.Copy(kept, first);
        }
        Count = first + survivors;
        states[..Count].Fill(Alive);
        var older = kept.BinarySearch(adults);
        return Math.Min(adults, first) + (older < 0 ? ~older : older);
    }

    private Rows Append(ReadOnlySpan<int> parents, int orphans)
    {
        var born = new Rows(Count, checked(Count + parents.Length + orphans));
        Reserve(born.To);
        var id = Model.NewIds(born.Count);
        Count = born.To;
        for (var row = born.From; row < born.To; row++)
            ids[row] = id++;
        lives.AsSpan(born.From, born.Count).Fill(Alive);
        offspring.AsSpan(born.From, born.Count).Clear();
        foreach (var column in columns)
        {
            column.Inherit(parents, born.From);
            column.Clear(new Rows(born.From + parents.Length, born.To));
        }
        return born;
    }

    private void Reserve(int rows)
    {
        if (rows <= Capacity)
            return;
        var capacity = (int)Math.Min(Array.MaxLength, Math.Max(Math.Max(16, rows), 2L * Capacity));
        Array.Resize(ref ids, capacity);
        Array.Resize(ref lives, capacity);
        Array.Resize(ref offspring, capacity);
        foreach (var column in columns)
            column.Resize(capacity);
    }

    private void RequireRow(int row)
    {
        RequireOpen();
        if ((uint)row >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(row), row, $"Population '{Name}' has {Count} rows.");
    }

    private void RequireOpen()
    {
        if (!isOpen)
            throw new InvalidOperationException($"Population '{Name}' is closed: make it with isOpen to let agents be born and die.");
    }
}
