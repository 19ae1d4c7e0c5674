using Elites.Populations;

namespace Elites.EliteLoyalty;

/// <summary>
/// The people reach the elite by whom it hears: officers their units, directors their plants, others a region. What was
/// heard for years is what one is used to, so that a lasting want moves nobody and a new one does (assumed).
/// </summary>
internal readonly partial struct HearPeople(Voices voices, float used) : IRule<Elite>
{
    /// <summary>Weeks from one report to the next (assumed).</summary>
    public const int WeeksBetween = 4;

    public void Step(Agent<Elite> me)
    {
        me.Heard = voices[me.Hears];
        me.HeardUsually = Usual.Next(me.HeardUsually, me.Heard, used);
    }
}
