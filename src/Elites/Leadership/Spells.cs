namespace Elites.Leadership;

/// <summary>How a leader came to office.</summary>
internal enum Arrival : byte
{
    /// <summary>He is the leader of the start.</summary>
    Start,

    Coup,

    Election,

    Crowd,

    Heir,

    Elite,

    Rebels,
}

/// <summary>The time of one leader in office, as the table of spells tells it; no rule reads it.</summary>
internal sealed class Spell : IPersistent
{
    /// <summary>The leader's number, 1 for the leader of the start.</summary>
    public int Number { get; internal set; } = 1;

    /// <summary>The row of ticks at which he came, 0 for the leader of the start.</summary>
    public int From { get; internal set; }

    /// <summary>The last row of ticks of his time so far.</summary>
    public int To { get; internal set; }

    public Arrival Came { get; internal set; }

    /// <summary>The number of his kind of the elite, or -1 for the leader of the start.</summary>
    public int Kind { get; internal set; } = -1;

    /// <summary>The terms that he would like best.</summary>
    public double Ideal { get; internal set; } = 1;

    public bool WasContested { get; internal set; }

    /// <summary>Whether there was war as he came.</summary>
    public bool CameInWar { get; internal set; }

    /// <summary>Whether there is war at the end of his time so far.</summary>
    public bool IsAtWar { get; internal set; }

    public ExitMode Exit { get; internal set; }

    public Fate Fate { get; internal set; }

    /// <summary>The row of ticks of the first settlement under him; 0 for none.</summary>
    public int SettledAt { get; internal set; }

    /// <summary>Its terms.</summary>
    public double Terms { get; internal set; }

    public bool HasResumedWar { get; internal set; }

    /// <summary>Whether soldiers, insiders or a crowd removed him.</summary>
    public bool IsRemoved => Exit is ExitMode.Military or ExitMode.CivilInsider or ExitMode.PopularProtest;

    /// <summary>What events and tables call a value of an enumeration.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => string.Concat($"{value}".Select((letter, i) => char.IsUpper(letter) ? $"{(i > 0 ? "_" : "")}{char.ToLowerInvariant(letter)}" : $"{letter}"));

    public void Persist(Checkpoint state)
    {
        (Number, From, To, Came, Kind) = (state.Value(Number), state.Value(From), state.Value(To), state.Value(Came), state.Value(Kind));
        (Ideal, WasContested, CameInWar, IsAtWar) = (state.Value(Ideal), state.Value(WasContested), state.Value(CameInWar), state.Value(IsAtWar));
        (Exit, Fate, SettledAt, Terms, HasResumedWar) = (state.Value(Exit), state.Value(Fate), state.Value(SettledAt), state.Value(Terms), state.Value(HasResumedWar));
    }
}

/// <summary>The leaders of a run, in their order.</summary>
internal sealed class Spells : IPersistent
{
    private readonly List<Spell> all = [];

    /// <param name="isWar">Whether the run begins in war.</param>
    public Spells(bool isWar) => all.Add(new Spell { CameInWar = isWar, IsAtWar = isWar });

    public IReadOnlyList<Spell> All => all;

    /// <summary>That of the leader in office, or of the last one.</summary>
    public Spell Current => all[^1];

    /// <summary>Whether the leader of the start was removed while the war went on.</summary>
    public bool IsRemovedInWar => all[0] is { IsRemoved: true, IsAtWar: true };

    /// <summary>The first settlement after a removal in war, or null.</summary>
    public Spell? SettlerAfterRemoval => IsRemovedInWar ? all.Find(spell => spell.Number > 1 && spell.SettledAt > 0) : null;

    /// <summary>How many were removed.</summary>
    public int Removals
    {
        get
        {
            var removals = 0;
            foreach (var spell in all)
                removals += spell.IsRemoved ? 1 : 0;
            return removals;
        }
    }

    public void Begin(Spell spell) => all.Add(spell);

    public void Persist(Checkpoint state) => state.Items(all, () => new Spell());
}
