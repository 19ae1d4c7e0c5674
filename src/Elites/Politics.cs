namespace Elites;

/// <summary>War and settlement, and what the whole polity shares.</summary>
internal sealed class Politics : IPersistent
{
    /// <summary>Whether the war goes on.</summary>
    public bool IsWar { get; set; } = true;

    /// <summary>Whether a settlement was announced in this tick.</summary>
    public bool IsAnnouncement { get; set; }

    /// <summary>Terms of the settlement in force (x), 0 to 1; meaningless in war.</summary>
    public double Terms { get; set; }

    /// <summary>Weeks since the settlement was announced.</summary>
    public double WeeksSettled { get; set; }

    /// <summary>How much of the war's discipline holds (W): 1 in war, 0 under a treaty, something between under a ceasefire.</summary>
    public double Warness { get; set; } = 1;

    /// <summary>Whether the settlement is only a ceasefire.</summary>
    public bool IsCeasefire { get; set; }

    /// <summary>Terms that people and elite expect of the war (E[x]), 0 to 1.</summary>
    public double ExpectedTerms { get; set; } = 0.5;

    /// <summary>Strength of the state's narrative (n), 0 to 1.</summary>
    public double Narrative { get; set; } = 0.9;

    /// <summary>What the state says now, on the scale of the narrative, 0 to 1.</summary>
    public double Message { get; set; } = 0.9;

    /// <summary>Mean dissonance between the narrative people hold and what they are told.</summary>
    public double Dissonance { get; set; }

    /// <summary>How far repression is held to be justified (J), 0 to 1.</summary>
    public double Justification { get; set; } = 1;

    /// <summary>Effective repression (R_e), 0 to 1.</summary>
    public double Repression { get; set; } = 0.6;

    /// <summary>What the war has added to repression so far, as a share of the way from its level to 1.</summary>
    public double RepressionGrown { get; set; }

    /// <summary>Repression that is ordered (R), before justification and discontent, 0 to 1.</summary>
    public double RepressionOrdered { get; set; } = 0.6;

    /// <summary>Mean loyalty that the mass shows in public, weighted by persons.</summary>
    public double PublicSupport { get; set; } = 0.8;

    /// <summary>What is left of changes of policy (z).</summary>
    public double PolicyShock { get; set; }

    /// <summary>The war's discipline and the repression ordered a tick ago, from which a change of policy is known.</summary>
    public (double Warness, double Repression) LastPolicy { get; set; }

    /// <summary>Loyalty of the elite as it shows, weighted by force, 0 to 1.</summary>
    public double PublicLoyalty { get; set; } = 1;

    /// <summary>The leader's years in office.</summary>
    public double Tenure { get; set; }

    /// <summary>Dead and wounded so far.</summary>
    public double Casualties { get; set; }

    /// <summary>The pool of blame (BL).</summary>
    public double Blame { get; set; }

    /// <summary>The leader's share of the blame.</summary>
    public double LeaderShareOfBlame { get; set; }

    /// <summary>The share of the blame that generals and field officers bear as scapegoats.</summary>
    public double OfficersShareOfBlame { get; set; }

    /// <summary>The shock that the whole elite shares, in logits.</summary>
    public double RegimeShock { get; set; }

    /// <summary>Share of their arms that ultranationalists have lost.</summary>
    public double Suppression { get; set; }

    /// <summary>Each clan's shock, in logits.</summary>
    public required double[] ClanShocks { get; init; }

    /// <summary>What is left of an incident in each region, on the scale of grievance.</summary>
    public required double[] Sparks { get; init; }

    /// <summary>Mean hardship, weighted by persons.</summary>
    public double Hardship { get; set; }

    /// <summary>Public support: mean loyalty of the mass, weighted by persons.</summary>
    public double Support { get; set; }

    /// <summary>Share of the population that protests, weighted by persons.</summary>
    public double ActiveShare { get; set; }

    /// <summary>Active share of each tick of the last year, a ring.</summary>
    public required double[] YearOfActivity { get; init; }

    /// <summary>Whether the leader has been removed.</summary>
    public bool IsOver { get; set; }

    public void Persist(Checkpoint state)
    {
        (IsWar, IsAnnouncement, IsOver, WeeksSettled) = (state.Value(IsWar), state.Value(IsAnnouncement), state.Value(IsOver), state.Value(WeeksSettled));
        (Terms, Casualties, Blame, RegimeShock) = (state.Value(Terms), state.Value(Casualties), state.Value(Blame), state.Value(RegimeShock));
        (Hardship, Support, ActiveShare) = (state.Value(Hardship), state.Value(Support), state.Value(ActiveShare));
        (Warness, IsCeasefire, ExpectedTerms, Narrative) = (state.Value(Warness), state.Value(IsCeasefire), state.Value(ExpectedTerms), state.Value(Narrative));
        (Message, Dissonance, Justification, Repression) = (state.Value(Message), state.Value(Dissonance), state.Value(Justification), state.Value(Repression));
        (RepressionGrown, RepressionOrdered, PublicSupport) = (state.Value(RepressionGrown), state.Value(RepressionOrdered), state.Value(PublicSupport));
        LastPolicy = (state.Value(LastPolicy.Warness), state.Value(LastPolicy.Repression));
        (PolicyShock, Tenure, LeaderShareOfBlame) = (state.Value(PolicyShock), state.Value(Tenure), state.Value(LeaderShareOfBlame));
        (PublicLoyalty, Suppression) = (state.Value(PublicLoyalty), state.Value(Suppression));
        OfficersShareOfBlame = state.Value(OfficersShareOfBlame);
        state.Values(ClanShocks);
        state.Values(Sparks);
        state.Values(YearOfActivity);
    }
}
