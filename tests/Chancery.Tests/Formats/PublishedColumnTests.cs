using Chancery.Formats;

namespace Chancery.Tests.Formats;

/// <summary>The columns of other people's formats, as their publishers list them.</summary>
public sealed class PublishedColumnTests(ExportFixture record) : IClassFixture<ExportFixture>
{
    private const string GdeltEvents =
        "GLOBALEVENTID, SQLDATE, MonthYear, Year, FractionDate, Actor1Code, Actor1Name, Actor1CountryCode, Actor1KnownGroupCode, Actor1EthnicCode, Actor1Religion1Code, Actor1Religion2Code, Actor1Type1Code, Actor1Type2Code, Actor1Type3Code, Actor2Code, Actor2Name, Actor2CountryCode, Actor2KnownGroupCode, Actor2EthnicCode, Actor2Religion1Code, Actor2Religion2Code, Actor2Type1Code, Actor2Type2Code, Actor2Type3Code, IsRootEvent, EventCode, EventBaseCode, EventRootCode, QuadClass, GoldsteinScale, NumMentions, NumSources, NumArticles, AvgTone, Actor1Geo_Type, Actor1Geo_FullName, Actor1Geo_CountryCode, Actor1Geo_ADM1Code, Actor1Geo_ADM2Code, Actor1Geo_Lat, Actor1Geo_Long, Actor1Geo_FeatureID, Actor2Geo_Type, Actor2Geo_FullName, Actor2Geo_CountryCode, Actor2Geo_ADM1Code, Actor2Geo_ADM2Code, Actor2Geo_Lat, Actor2Geo_Long, Actor2Geo_FeatureID, ActionGeo_Type, ActionGeo_FullName, ActionGeo_CountryCode, ActionGeo_ADM1Code, ActionGeo_ADM2Code, ActionGeo_Lat, ActionGeo_Long, ActionGeo_FeatureID, DATEADDED, SOURCEURL";

    private const string GdeltMentions =
        "GlobalEventID, EventTimeDate, MentionTimeDate, MentionType, MentionSourceName, MentionIdentifier, SentenceID, Actor1CharOffset, Actor2CharOffset, ActionCharOffset, InRawText, Confidence, MentionDocLen, MentionDocTone, MentionDocTranslationInfo, Extras";

    private const string Polecat =
        "Event ID, Event Date, Event Type, Event Mode, Intensity, Quad Code, Contexts, Actor Name, Actor Country, Actor COW, Primary Actor Sector, Actor Sectors, Actor Title, Actor Name Raw, Wikipedia Actor ID, Recipient Name, Recipient Country, Recipient COW, Primary Recipient Sector, Recipient Sectors, Recipient Title, Recipient Name Raw, Wikipedia Recipient ID, Placename, City, District, Province, Country, Latitude, Longitude, GeoNames ID, Raw Placename, Feature Type, Source, Publication Date, Story People, Story Organizations, Story Locations, Language, Version";

    private const string Icews =
        "Event ID, Event Date, Source Name, Source Sectors, Source Country, Event Text, CAMEO Code, Intensity, Target Name, Target Sectors, Target Country, Story ID, Sentence Number, Publisher, City, District, Province, Country, Latitude, Longitude";

    [Theory]
    [InlineData("gdelt-events", GdeltEvents, 61)]
    [InlineData("gdelt-mentions", GdeltMentions, 16)]
    [InlineData("polecat", Polecat, 40)]
    [InlineData("icews", Icews, 20)]
    public async Task Columns_are_those_that_were_published(string format, string columns, int count)
    {
        var names = ExportFormats.Find(format)!.Tables.Single().Columns.Select(c => c.Name).ToArray();
        names.ShouldBe(columns.Split(", "));
        names.Length.ShouldBe(count);
        var rows = await record.Rows(format);
        rows.ShouldAllBe(r => r.Length == count);
        rows.Length.ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task A_visit_is_two_events_and_talks_are_one_each_way_and_what_may_be_is_none()
    {
        var rows = await record.Rows("gdelt-events");
        rows.Select(r => (r[6], r[16], r[26])).ShouldBe(
        [
            ("PYONGYANG", "RUSSIA", "072"),
            ("SERGEI SHOIGU", "NORTH KOREA", "042"),
            ("NORTH KOREA", "SERGEI SHOIGU", "043"),
            ("KIM", "PUTIN; AND XI", "040"),
            ("PUTIN; AND XI", "KIM", "040"),
        ], ignoreOrder: true);
        rows.Select(r => r[0]).ShouldBeUnique();
        rows.ShouldAllBe(r => long.Parse(r[0]) > 0);
        (await record.Rows("gdelt-events", new() { Status = ClaimStatus.Possible })).Select(r => r[26]).ShouldBe(["042", "043"]);
    }

    [Fact]
    public async Task A_gdelt_row_says_what_the_record_says()
    {
        var names = GdeltEvents.Split(", ");
        var row = (await record.Rows("gdelt-events")).Single(r => r[6] == "SERGEI SHOIGU");
        var cells = names.Zip(row).ToDictionary(p => p.First, p => p.Second);
        cells["SQLDATE"].ShouldBe("20250321");
        cells["FractionDate"].ShouldBe("2025.3041");
        cells["Actor1Code"].ShouldBe("RUSGOVMIL");
        cells["Actor2CountryCode"].ShouldBe("PRK");
        (cells["EventRootCode"], cells["EventBaseCode"]).ShouldBe(("04", "042"));
        (cells["ActionGeo_Type"], cells["ActionGeo_FullName"], cells["ActionGeo_CountryCode"]).ShouldBe(("4", "Pyongyang, North Korea", "KN"));
        (cells["NumMentions"], cells["SOURCEURL"], cells["DATEADDED"], cells["AvgTone"]).ShouldBe(("1", "https://harbor.example/1", "20250321000000", ""));
    }

    [Fact]
    public async Task Mentions_belong_to_events_and_carry_offsets_and_confidence()
    {
        var events = (await record.Rows("gdelt-events")).Select(r => r[0]).ToArray();
        var rows = await record.Rows("gdelt-mentions");
        rows.Select(r => r[0]).Distinct().ShouldBe(events, ignoreOrder: true);
        var visit = rows.First(r => r[15] == "c1");
        (visit[7], visit[8], visit[9], visit[3], visit[11]).ShouldBe(("2", "24", "16", "1", "80")); // one code point for the emoji
        rows.Single(r => r[15] == "c2")[11].ShouldBe("10");
        rows.Single(r => r[15] == "c2")[3].ShouldBe("2");
    }

    [Fact]
    public async Task Polecat_keeps_lists_and_says_None()
    {
        var rows = await record.Rows("polecat");
        rows[0].ShouldBe(Polecat.Split(", "));
        var talks = rows.Single(r => r[7].Contains("Kim"));
        talks[7].ShouldBe("Kim; Putin, and Xi");
        talks[8].ShouldBe("PRK; ");
        talks[15].ShouldBe("None");
        rows.Single(r => r[7] == "Sergei Shoigu")[6].ShouldBe("military; diplomatic");
    }
}
