namespace Elites.Diplomacy;

/// <summary>What the leader is offered, and what he demands, on the scale of terms.</summary>
internal sealed class Bargain : IPersistent
{
    /// <summary>What the leader demands (q).</summary>
    public double Demand { get; set; } = 0.8;

    /// <summary>What he is offered (x).</summary>
    public double Offer { get; set; }

    /// <summary>What was offered on top of the first offer, by carrots so far.</summary>
    public double Conceded { get; set; }

    /// <summary>The best offer so far: what the ratchet of demands has taken in.</summary>
    public double BestOffer { get; set; }

    /// <summary>The demand without what is asked on top to gain time.</summary>
    public double FirmDemand { get; set; } = 0.8;

    /// <summary>What bargaining has added to the demand so far, and taken from it.</summary>
    public double Pressed { get; set; }

    /// <summary>What is asked on top of an offer that has just been made, to gain time.</summary>
    public double Stalling { get; set; }

    /// <summary>What the war costs as the leader feels it: shares of oil income and supply that others take, once they are believed to last.</summary>
    public double FeltCost { get; set; }

    /// <summary>The chance of victory that the demand has taken in.</summary>
    public double WeighedChance { get; set; } = 0.35;

    public void Persist(Checkpoint state)
    {
        (Demand, Offer, Conceded, BestOffer) = (state.Value(Demand), state.Value(Offer), state.Value(Conceded), state.Value(BestOffer));
        Pressed = state.Value(Pressed);
        (FirmDemand, Stalling, FeltCost, WeighedChance) = (state.Value(FirmDemand), state.Value(Stalling), state.Value(FeltCost), state.Value(WeighedChance));
    }
}
