namespace Elites.Elections;

/// <summary>When the next election is due, and how the last one went.</summary>
internal sealed class Polls : IPersistent
{
    /// <summary>Weeks until the next election is due.</summary>
    public double WeeksUntil { get; set; }

    /// <summary>Whether a due election is suspended.</summary>
    public bool IsSuspended { get; set; }

    /// <summary>Control of the war beyond which the election that is due stays suspended, 0 to 1.</summary>
    public double Luck { get; set; }

    /// <summary>The leader's share of the votes that were cast; 0 before the first election, as the next two.</summary>
    public double TrueShare { get; set; }

    /// <summary>The leader's share as it was announced.</summary>
    public double AnnouncedShare { get; set; }

    /// <summary>Persons who voted for the leader, as a share of all.</summary>
    public double ForLeader { get; set; }

    /// <summary>What was added to the leader's share.</summary>
    public double Stolen => AnnouncedShare - TrueShare;

    public void Persist(Checkpoint state)
    {
        (WeeksUntil, IsSuspended, Luck) = (state.Value(WeeksUntil), state.Value(IsSuspended), state.Value(Luck));
        (TrueShare, AnnouncedShare, ForLeader) = (state.Value(TrueShare), state.Value(AnnouncedShare), state.Value(ForLeader));
    }
}
