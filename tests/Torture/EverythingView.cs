using Agents;

namespace Torture;

#pragma warning disable CS1591 // the columns' names
#pragma warning disable CA1708 // what the compiler makes of extension blocks differs by more than it says
public static class EverythingView
{
    extension(Agent<Everything> me)
    {
        public ref float Float => ref me.Population.Float[me.Row];

        public ref float OtherFloat => ref me.Population.OtherFloat[me.Row];

        public ref double Double => ref me.Population.Double[me.Row];

        public ref double OtherDouble => ref me.Population.OtherDouble[me.Row];

        public ref int Int => ref me.Population.Int[me.Row];

        public ref int OtherInt => ref me.Population.OtherInt[me.Row];

        public ref uint UInt => ref me.Population.UInt[me.Row];

        public ref uint OtherUInt => ref me.Population.OtherUInt[me.Row];

        public ref long Long => ref me.Population.Long[me.Row];

        public ref long OtherLong => ref me.Population.OtherLong[me.Row];

        public ref ulong ULong => ref me.Population.ULong[me.Row];

        public ref ulong OtherULong => ref me.Population.OtherULong[me.Row];

        public ref short Short => ref me.Population.Short[me.Row];

        public ref ushort UShort => ref me.Population.UShort[me.Row];

        public ref byte Byte => ref me.Population.Byte[me.Row];

        public ref sbyte SByte => ref me.Population.SByte[me.Row];

        public ref bool Bool => ref me.Population.Bool[me.Row];

        public ref bool OtherBool => ref me.Population.OtherBool[me.Row];

        public ref Sort Sort => ref me.Population.Sort[me.Row];

        public ref Marks Marks => ref me.Population.Marks[me.Row];

        public ref Level Level => ref me.Population.Level[me.Row];

        public ref float Left => ref me.Population.Left[me.Row];

        public float Mood => me.Population.Mood[me.Row];

        public int Tally => me.Population.Tally[me.Row];

        public byte Vote => me.Population.Vote[me.Row];

        public bool Truth => me.Population.Truth[me.Row];

        public double Weight => me.Population.Weight[me.Row];

        public float Birth => me.Population.Birth[me.Row];

        public Sort Class => me.Population.Class[me.Row];
    }

    extension(Pending<Everything> next)
    {
        public ref float Mood => ref next.Population.Mood.Pending(next.Row);

        public ref int Tally => ref next.Population.Tally.Pending(next.Row);

        public ref byte Vote => ref next.Population.Vote.Pending(next.Row);

        public ref bool Truth => ref next.Population.Truth.Pending(next.Row);

        public ref double Weight => ref next.Population.Weight.Pending(next.Row);
    }
}
