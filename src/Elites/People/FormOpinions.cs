using Agents.Numerics;
using Elites.Populations;

namespace Elites.People;

/// <summary>
/// M10, opinions: belief in the narrative is drawn to one's conviction (Friedkin and Johnsen 1990), to the broadcast by
/// one's credence, to those one talks to, to ultranationalist channels, which turn against a leader who they believe
/// betrayed them, and, as the justification of repression goes, by those without credence to outside sources.
/// </summary>
internal readonly partial struct FormOpinions : IRule<Mass>
{
    private readonly Confidants confidants;
    private readonly float anchor;
    private readonly float broadcast;
    private readonly float talk;
    private readonly float channels;
    private readonly float outside;
    private readonly float narrative;
    private readonly float channelLine;

    /// <param name="confidants">Who talks to whom.</param>
    /// <param name="narrative">The narrative.</param>
    /// <param name="justification">How far repression is held to be justified, and outside sources kept out.</param>
    /// <param name="stabInBack">Mean belief of ultranationalists in a stab in the back.</param>
    /// <param name="weeks">Length of the tick.</param>
    /// <param name="parameters">All parameters.</param>
    public FormOpinions(Confidants confidants, Narrative narrative, double justification, double stabInBack, double weeks, ElitesParameters parameters)
    {
        this.confidants = confidants;
        var p = parameters.Narrative;
        var scale = p.Strength * weeks;
        (anchor, broadcast, talk) = ((float)(scale * p.Anchor), (float)(scale * p.Broadcast), (float)(scale * p.Talk));
        channels = (float)(scale * p.Channels * (1 - parameters.Right.Suppress));
        outside = (float)(scale * p.OutsideSources * (1 - justification));
        (this.narrative, channelLine) = ((float)narrative.Strength, (float)(1 - stabInBack));
    }

    public void Step(Agent<Mass> me)
    {
        var mean = confidants.MeanOf(me.Population.Opinion.Values, me.Row);
        var drawn = anchor * (me.Conviction - me.Opinion) + broadcast * me.Credence * (narrative - me.Opinion) + talk * (mean - me.Opinion)
            + channels * me.ChannelDiet * (channelLine - me.Opinion) - outside * (1 - me.Credence) * me.Opinion;
        me.Next.Opinion = Functions.Within(me.Opinion + drawn, 0, 1);
    }
}
