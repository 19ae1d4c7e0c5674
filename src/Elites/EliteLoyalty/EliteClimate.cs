namespace Elites.EliteLoyalty;

/// <summary>What the elite as a whole shares: blame, shocks, the loyalty that it shows and the arms that the right has lost.</summary>
internal sealed class EliteClimate : IPersistent
{
    /// <summary>The pool of blame (BL).</summary>
    public double Blame { get; set; }

    /// <summary>The leader's share of the blame.</summary>
    public double LeaderShareOfBlame { get; set; }

    /// <summary>The share of the blame that generals and field officers bear as scapegoats.</summary>
    public double OfficersShareOfBlame { get; set; }

    /// <summary>The shock that the whole elite shares, in logits.</summary>
    public double RegimeShock { get; set; }

    /// <summary>The lasting trait of the regime, in logits: how frail it is.</summary>
    public double Frailty { get; set; }

    /// <summary>Each clan's shock, in logits.</summary>
    public required double[] ClanShocks { get; init; }

    /// <summary>The pool of blame over the year before.</summary>
    public double BlameUsually { get; set; }

    /// <summary>Want of support as the elite sees it, 0 to 1.</summary>
    public double Want { get; set; }

    /// <summary>The want of support that the elite is used to: the average of years.</summary>
    public double WantUsually { get; set; }

    /// <summary>Loyalty of the elite as it shows, weighted by force, 0 to 1.</summary>
    public double PublicLoyalty { get; set; } = 1;

    /// <summary>Share of their arms that ultranationalists have lost.</summary>
    public double Suppression { get; set; }

    /// <summary>Share of the elite's hidden wealth that targeting has found.</summary>
    public double Found { get; set; }

    /// <summary>Share of it that is taken: less than was found where sanctions are lifted.</summary>
    public double Taken { get; set; }

    /// <summary>The share taken that its owners are used to.</summary>
    public double TakenUsually { get; set; }

    /// <summary>What a pool of blame takes from loyalty to the leader, in logits: his share of it, by its weight.</summary>
    public double AgainstLeader(double blame, LoyaltyParameters p) => p.Blame * LeaderShareOfBlame * blame;

    public void Persist(Checkpoint state)
    {
        (Blame, LeaderShareOfBlame, OfficersShareOfBlame) = (state.Value(Blame), state.Value(LeaderShareOfBlame), state.Value(OfficersShareOfBlame));
        (RegimeShock, Frailty) = (state.Value(RegimeShock), state.Value(Frailty));
        (PublicLoyalty, Suppression) = (state.Value(PublicLoyalty), state.Value(Suppression));
        (BlameUsually, Want, WantUsually) = (state.Value(BlameUsually), state.Value(Want), state.Value(WantUsually));
        (Found, Taken, TakenUsually) = (state.Value(Found), state.Value(Taken), state.Value(TakenUsually));
        state.Values(ClanShocks);
    }
}
