using Agents.Random;

namespace Agents;

/// <summary>
/// Conflicts over cells, jobs, victims: every claimant proposes, then all claims are resolved at once. The highest
/// priority wins; ties fall to a draw keyed by the claimant's id, then to the lower id, so that the order of threads
/// cannot matter and no id is favoured. Births and deaths must not fall between a proposal and its
/// resolution, nor between that and what is read of it by row.
/// </summary>
public sealed class Claims : IPersistent
{
    private const int None = -1;

    private readonly Population claimants;
    private readonly Purpose tie;
    private readonly Population? claimed;
    private int[] winners;

    // 0 is no claim, so that the newborn start without one: targets are stored one higher.
    private readonly Scratch<Claim> proposed;
    private readonly Scratch<int> won;

    /// <summary>Claims of a population's agents.</summary>
    /// <param name="claimants">Who may claim.</param>
    /// <param name="targets">Number of things to be claimed.</param>
    /// <param name="tie">Purpose of the draws that decide ties; a model with several kinds of claims gives each its own.</param>
    public Claims(Population claimants, int targets, Purpose? tie = null)
    {
        ArgumentNullException.ThrowIfNull(claimants);
        ArgumentOutOfRangeException.ThrowIfNegative(targets);
        (this.claimants, this.tie) = (claimants, tie ?? Purpose.Tie);
        winners = new int[targets];
        winners.AsSpan().Fill(None);
        proposed = claimants.Scratch<Claim>();
        won = claimants.Scratch<int>();
    }

    /// <summary>Claims of a population's agents to agents, such as prey: the targets are rows, as many as there are at the time.</summary>
    /// <param name="claimants">Who may claim.</param>
    /// <param name="targets">Who may be claimed.</param>
    /// <param name="tie">Purpose of the draws that decide ties.</param>
    public Claims(Population claimants, Population targets, Purpose? tie = null)
        : this(claimants, (targets ?? throw new ArgumentNullException(nameof(targets))).Count, tie) => claimed = targets;

    private int TargetCount => claimed?.Count ?? winners.Length;

    /// <summary>Claims a target; a second claim of the same agent replaces its first.</summary>
    /// <param name="me">The claimant, of the population that the claims were made for.</param>
    /// <param name="target">What it claims, from 0.</param>
    /// <param name="priority">The highest wins; any number.</param>
    /// <exception cref="ArgumentOutOfRangeException">No such target, or a priority that is not a number.</exception>
    /// <exception cref="ArgumentException">The claims were made for another population.</exception>
    public void Propose<TPopulation>(Agent<TPopulation> me, int target, float priority)
        where TPopulation : Population
    {
        if (!ReferenceEquals(me.Population, claimants))
            throw new ArgumentException($"The claims are of '{claimants.Name}', not of '{me.Population.Name}'.", nameof(me));
        if ((uint)target >= (uint)TargetCount)
            throw new ArgumentOutOfRangeException(nameof(target), target, $"There are {TargetCount} targets.");
        if (float.IsNaN(priority))
            throw new ArgumentOutOfRangeException(nameof(priority), priority, "A priority must be a number.");
        proposed[me.Row] = new Claim(target + 1, priority);
    }

    /// <summary>
    /// Decides all claims proposed since the last call. Lots are drawn once a tick: in several rounds of one tick the same
    /// agent wins every tie.
    /// </summary>
    public void Resolve()
    {
        if (winners.Length < TargetCount)
            winners = new int[claimed!.Capacity];
        winners.AsSpan().Fill(None);
        var claims = proposed.All;
        for (var row = 0; row < claims.Length; row++)
        {
            var target = claims[row].Target - 1;
            if (target >= 0 && (winners[target] == None || Beats(row, winners[target])))
                winners[target] = row;
        }
        for (var row = 0; row < claims.Length; row++)
        {
            var target = claims[row].Target;
            won[row] = target > 0 && winners[target - 1] == row ? target : 0;
        }
        claims.Clear();
    }

    /// <summary>The row that won a target at the last resolution, or -1 when nobody claimed it.</summary>
    public int Winner(int target) => target < winners.Length ? winners[target] : None;

    /// <summary>True when an agent won what it claimed at the last resolution.</summary>
    public bool HasWon(int row) => won[row] > 0;

    /// <summary>What an agent won at the last resolution, or -1.</summary>
    public int Prize(int row) => won[row] - 1;

    // What is proposed and won stands in columns of the claimants.
    void IPersistent.Persist(Checkpoint state) => winners = state.Array(winners);

    private bool Beats(int challenger, int holder)
    {
        var (one, other) = (proposed[challenger].Priority, proposed[holder].Priority);
        if (one != other)
            return one > other;
        var (lot, otherLot) = (Lot(challenger), Lot(holder));
        return lot != otherLot ? lot > otherLot : claimants.Ids[challenger] < claimants.Ids[holder];
    }

    private uint Lot(int row)
    {
        var draws = new Draws(claimants.Model.Seed, claimants.Ids[row], (uint)claimants.Model.Tick, tie);
        return draws.Word();
    }

    private readonly record struct Claim(int Target, float Priority);
}
